import { type Localized, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import type { Evidence, Service } from '../pack/services.ts';
import type { Situation } from '../pack/situations.ts';

type Node = Readonly<Record<string, unknown>>;

/** A JSON-LD document: its own context, so that nothing is fetched to read it. */
export type LinkedCatalogue = Readonly<{ '@context': Node; '@graph': readonly Node[] }>;

const context: Node = {
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  eli: 'http://data.europa.eu/eli/ontology#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  berdem: 'urn:berdem:',
};

const ref = (id: string): Node => ({ '@id': id });
/** Every text in the languages the city speaks; without a language a text fails the profile's shapes. */
const textIn =
  (spoken: readonly string[]) =>
  (text: Localized): Node[] =>
    languages.flatMap((language) =>
      spoken.includes(language) ? [{ '@value': text[language], '@language': language }] : [],
    );

/**
 * The catalogue as linked data by CPSV-AP 3.2 (SEMIC): public services, who is competent for them, their evidence,
 * outputs, costs, channels, rules and the life events that group them. `base` is the city's address without a slash.
 */
export function cpsvOf(pack: Pack, base: string): LinkedCatalogue {
  const told: Telling = { pack, at: (path) => `${base}/catalogue/${path}`, text: textIn(pack.city.languages), base };
  const dataset: Node = {
    '@id': told.at('services'),
    '@type': 'dcat:Dataset',
    'dct:title': told.text(pack.city.name),
    'dct:description': told.text(pack.city.authority),
    'dct:publisher': ref(told.at('departments/authority')),
    'dcat:version': pack.city.version,
  };
  return {
    '@context': context,
    '@graph': [
      dataset,
      organisation(told, 'authority', pack.city.authority),
      ...pack.departments.map(({ id, name }) => organisation(told, id, name)),
      ...pack.outputs.map(({ id, name }) => outputOf(told, id, name)),
      ...pack.situations.map((situation) => eventOf(told, situation)),
      ...pack.services.flatMap((service) => serviceNodes(told, service)),
    ],
  };
}

type Telling = Readonly<{
  pack: Pack;
  base: string;
  at: (path: string) => string;
  text: (text: Localized) => Node[];
}>;

const organisation = ({ at, text }: Telling, id: string, name: Localized): Node => ({
  '@id': at(`departments/${id}`),
  '@type': 'cv:PublicOrganisation',
  'dct:identifier': id,
  'dct:title': text(name),
});

const outputOf = ({ at, text }: Telling, id: string, name: Localized): Node => ({
  '@id': at(`outputs/${id}`),
  '@type': 'cv:Output',
  'dct:identifier': id,
  'dct:title': text(name),
});

/** Typed as event too: the profile's shape of isGroupedBy asks for that class. */
const eventOf = ({ at, text }: Telling, { id, name, summary }: Situation): Node => ({
  '@id': at(`situations/${id}`),
  '@type': ['cv:LifeEvent', 'cv:Event'],
  'dct:identifier': id,
  'dct:title': text(name),
  'dct:description': text(summary),
});

/** Lengths that a calendar alone decides; working days have no xsd:duration. */
const durations: Readonly<Record<string, (amount: number) => string>> = {
  calendarDays: (amount) => `P${amount}D`,
  months: (amount) => `P${amount}M`,
  years: (amount) => `P${amount}Y`,
};

function serviceNodes(told: Telling, service: Service): Node[] {
  const { at, text, pack } = told;
  const id = at(`services/${service.id}`);
  const duration = durations[service.term.unit]?.(service.term.amount);
  const grouped = pack.situations.filter(({ items }) =>
    items.some((item) => 'service' in item && item.service === service.id),
  );
  const inputs = service.evidence.map((evidence) => `${id}/evidence/${evidence.id}`);
  const main: Node = {
    '@id': id,
    '@type': 'cpsv:PublicService',
    'dct:identifier': service.id,
    'dct:title': text(service.name),
    'dct:description': text(service.summary),
    'cv:hasCompetentAuthority': ref(at(`departments/${service.department}`)),
    'cv:isGroupedBy': grouped.map((situation) => ref(at(`situations/${situation.id}`))),
    'cpsv:hasInput': [...new Set(inputs)].map(ref),
    'cpsv:produces': service.produces.map((output) => ref(at(`outputs/${output}`))),
    'cv:hasChannel': ref(`${id}/channel`),
    'cv:hasCost': ref(`${id}/cost`),
    'cpsv:follows': ref(`${id}/rule`),
    ...(duration && { 'cv:processingTime': { '@type': 'xsd:duration', '@value': duration } }),
    'berdem:term': `${service.term.amount} ${service.term.unit} from ${service.term.from}`,
  };
  return [main, channelOf(told, service), costOf(id, service), ruleOf(told, service), ...evidenceNodes(told, service)];
}

const channelOf = ({ at, base }: Telling, { id }: Service): Node => ({
  '@id': at(`services/${id}/channel`),
  '@type': 'cv:Channel',
  'dct:identifier': `${id}-online`,
  'cv:hasWebsite': ref(`${base}/services/${id}`),
});

const costOf = (id: string, { fee, id: identifier }: Service): Node => ({
  '@id': `${id}/cost`,
  '@type': 'cv:Cost',
  'dct:identifier': `${identifier}-cost`,
  'cv:hasValue': { '@type': 'xsd:decimal', '@value': String(fee.amount / 100) },
  'cv:currency': fee.currency,
});

const ruleOf = ({ at, text }: Telling, { id, name, summary, legalBasis }: Service): Node => ({
  '@id': at(`services/${id}/rule`),
  '@type': 'cpsv:Rule',
  'dct:identifier': `${id}-rule`,
  'dct:title': text(name),
  'dct:description': text(summary),
  'berdem:legalBasis': legalBasis.map(({ act, number, article }) => ({
    'dct:title': text(act),
    ...(number && { 'eli:number': number }),
    ...(article && { 'berdem:article': article }),
  })),
});

function evidenceNodes({ at, text, pack }: Telling, service: Service): Node[] {
  const nameOf = (one: Evidence): Localized | undefined =>
    one.name ?? pack.outputs.find(({ id }) => id === one.id)?.name;
  const nodes = service.evidence.flatMap((one): [string, Node][] => {
    const name = nameOf(one);
    if (name === undefined) return [];
    const id = at(`services/${service.id}/evidence/${one.id}`);
    const node = { '@id': id, '@type': 'cv:Evidence', 'dct:identifier': one.id, 'dct:title': text(name) };
    return [[id, node]];
  });
  return [...new Map(nodes).values()];
}
