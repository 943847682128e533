import type { Language, Localized } from '#kernel/language.ts';
import type { Evidence, Service } from '../pack/services.ts';
import { isReachable } from './around.ts';
import { filled, type LinkedNode, type Telling } from './context.ts';
import { durationOf } from './duration.ts';
import { lawAddress, lawNodes } from './laws.ts';
import { currencyAddress, inForce, languageAddress, words } from './words.ts';

/** A public service, and all that belongs to it alone: channel, cost, rule, term, evidence, who is consulted. */
export function serviceNodes(told: Telling, service: Service): LinkedNode[] {
  return [
    mainNode(told, service),
    channelNode(told, service),
    { '@id': pageOf(told, service), '@type': 'foaf:Document' },
    ...costNodes(told, service),
    ruleNode(told, service),
    ...termNodes(told, service),
    ...resultNodes(told, service),
    ...evidenceNodes(told, service),
    ...participationNodes(told, service),
    ...service.legalBasis.flatMap((basis) => lawNodes(told, basis)),
  ];
}

const own = ({ at }: Telling, { id }: Service, part = ''): string => at(`services/${id}${part && `/${part}`}`);

const pageOf = ({ base }: Telling, { id }: Service): string => `${base}/services/${id}`;

function mainNode(told: Telling, service: Service): LinkedNode {
  const { at, text, pack, index } = told;
  const part = (name: string) => own(told, service, name);
  const duration = durationOf(service.term);
  const department = index.departments.get(service.department);
  const evidence = namedEvidence(told, service).map(({ id }) => id);
  const keywords = Object.fromEntries(pack.city.languages.map((language) => [language, service.keywords[language]]));
  return {
    '@id': own(told, service),
    '@type': 'cpsv:PublicService',
    'dct:identifier': service.id,
    'dct:title': text(service.name),
    'dct:description': text(service.summary),
    'dcat:keyword': keywords,
    'dct:isPartOf': at('services'),
    'dct:language': pack.city.languages.map(languageAddress),
    'dct:spatial': at('place'),
    'dct:audience': service.applicants.map((kind) => at(`concepts/applicant/${kind}`)),
    'dct:available': service.effective,
    'adms:status': inForce,
    'cv:hasCompetentAuthority': at(`departments/${service.department}`),
    ...(department && isReachable(department) && { 'cv:contactPoint': at(`departments/${department.id}/contact`) }),
    'cv:isGroupedBy': situationsOf(told, service).map((id) => at(`situations/${id}`)),
    'cpsv:hasInput': evidence.map((id) => part(`evidence/${id}`)),
    'cv:hasInputType': evidence.map((id) => at(`evidence-types/${id}`)),
    'dct:requires': servicesNeeded(told, service).map((id) => at(`services/${id}`)),
    'cpsv:produces': service.produces.length > 0 ? service.produces.map((id) => at(`outputs/${id}`)) : [part('result')],
    'cv:hasChannel': part('channel'),
    'cv:hasCost': costsOf(service).map((_, index) => part(numbered('cost', index))),
    'cpsv:follows': part('rule'),
    'cv:hasLegalResource': laws(told, service),
    'cv:hasParticipation': consulted(service).map(({ request, to }) => part(`requests/${request.id}/${to}`)),
    ...(duration && { 'cv:processingTime': duration }),
    'berdem:legalTerm': termsOf(service).map((_, index) => part(numbered('term', index))),
  };
}

const situationsOf = ({ index }: Telling, { id }: Service): string[] => [
  ...new Set((index.situationsOfService.get(id) ?? []).map((situation) => situation.id)),
];

/** Services whose result this one rests on; steps outside the city are no services of it. */
function servicesNeeded({ index }: Telling, { id, evidence }: Service): string[] {
  const producers = evidence.flatMap((one) => (one.provider === 'output' ? (index.producers.get(one.id) ?? []) : []));
  return [...new Set(producers)].filter((producer) => producer !== id && index.services.has(producer));
}

const laws = (told: Telling, { legalBasis }: Service): string[] => [
  ...new Set(legalBasis.map((basis) => lawAddress(told, basis))),
];

const channelNode = (told: Telling, service: Service): LinkedNode => ({
  '@id': own(told, service, 'channel'),
  '@type': 'cv:Channel',
  'dct:identifier': `${service.id}-online`,
  'dct:type': told.at('concepts/channel/online'),
  'dct:description': told.text(words.online),
  'cv:ownedBy': told.at(`departments/${service.department}`),
  'foaf:page': pageOf(told, service),
});

/** The usual one has no number, those of other cases have. */
const numbered = (name: string, index: number): string => (index === 0 ? name : `${name}-${index}`);

/** The usual cost, and those that are taken instead in some cases. */
const costsOf = ({ fee }: Service) => [fee, ...(fee.cases ?? [])];

function costNodes(told: Telling, service: Service): LinkedNode[] {
  const costs = costsOf(service).map((fee, index): LinkedNode => {
    const said = ['label' in fee ? fee.label : undefined, fee.reason].filter((text) => text !== undefined);
    const description = (language: Language) => said.map((text) => text[language]).join('. ');
    return {
      '@id': own(told, service, numbered('cost', index)),
      '@type': 'cv:Cost',
      'dct:identifier': `${service.id}-${numbered('cost', index)}`,
      ...(said.length > 0 && {
        'dct:description': told.text({ ru: description('ru'), tt: description('tt'), en: description('en') }),
      }),
      'cv:hasValue': String(fee.amount / 100),
      'cv:currency': currencyAddress(fee.currency),
      'cv:ifAccessedThrough': own(told, service, 'channel'),
    };
  });
  const currencies = [...new Set(costsOf(service).map(({ currency }) => currency))];
  return [
    ...costs,
    ...currencies.map((code) => ({ '@id': currencyAddress(code), '@type': 'skos:Concept', 'skos:notation': code })),
  ];
}

const ruleNode = (told: Telling, service: Service): LinkedNode => ({
  '@id': own(told, service, 'rule'),
  '@type': 'cpsv:Rule',
  'dct:identifier': `${service.id}-rule`,
  'dct:title': told.text(filled(words.ruleTitle, (language) => service.name[language])),
  'dct:description': told.text(
    filled(words.ruleDescription, (language) => service.grounds.map(({ text }) => text[language]).join('; ')),
  ),
  'dct:language': told.pack.city.languages.map(languageAddress),
  'cpsv:implements': laws(told, service),
});

/** The usual term, and those that hold instead in some cases. */
const termsOf = ({ term }: Service) => [term, ...(term.cases ?? [])];

/** Legal terms as the law counts them: working days do not fit a duration. */
const termNodes = (told: Telling, service: Service): LinkedNode[] =>
  termsOf(service).map((term, index) => ({
    '@id': own(told, service, numbered('term', index)),
    '@type': 'berdem:Term',
    ...('label' in term && { 'dct:description': told.text(term.label) }),
    'berdem:amount': term.amount,
    'berdem:unit': term.unit,
    'berdem:from': term.from,
  }));

/** A service that gives nothing others rest on still gives its document. */
const resultNodes = (told: Telling, service: Service): LinkedNode[] =>
  service.produces.length > 0
    ? []
    : [
        {
          '@id': own(told, service, 'result'),
          '@type': 'cv:Output',
          'dct:identifier': `${service.id}-result`,
          'dct:title': told.text(service.result.document),
          'dct:language': told.pack.city.languages.map(languageAddress),
        },
      ];

type NamedEvidence = Readonly<{ id: string; provider: Evidence['provider']; name: Localized; hint?: Localized }>;

/** Evidence once each: two lines of one id ask for the same paper under different conditions. */
function namedEvidence({ index }: Telling, service: Service): NamedEvidence[] {
  const named = service.evidence.flatMap((one): [string, NamedEvidence][] => {
    const name = one.name ?? index.outputs.get(one.id)?.name;
    const hint = 'hint' in one && one.hint ? { hint: one.hint } : {};
    return name === undefined ? [] : [[one.id, { id: one.id, provider: one.provider, name, ...hint }]];
  });
  return [...new Map(named).values()];
}

const evidenceNodes = (told: Telling, service: Service): LinkedNode[] =>
  namedEvidence(told, service).flatMap(({ id, provider, name, hint }) => [
    {
      '@id': own(told, service, `evidence/${id}`),
      '@type': 'cv:Evidence',
      'dct:identifier': id,
      'dct:title': told.text(name),
      ...(hint && { 'dct:description': told.text(hint) }),
      'dct:type': told.at(`concepts/evidence/${provider}`),
      'dct:conformsTo': told.at(`evidence-types/${id}`),
    },
    { '@id': told.at(`evidence-types/${id}`), '@type': 'cv:EvidenceType', 'dct:identifier': id },
  ]);

/** Departments and agencies usually asked; those of a district depend on the place and are not told. */
const consulted = ({ requests }: Service) =>
  requests.flatMap((request) => (request.to === 'district' ? [] : request.to.map((to) => ({ request, to }))));

const participationNodes = (told: Telling, service: Service): LinkedNode[] =>
  consulted(service).map(({ request, to }) => ({
    '@id': own(told, service, `requests/${request.id}/${to}`),
    '@type': 'cv:Participation',
    'dct:identifier': `${service.id}-${request.id}-${to}`,
    'dct:description': told.text(request.name),
    'cv:role': told.at('concepts/role/consulted'),
    'cv:hasParticipant': told.at(`departments/${to}`),
  }));
