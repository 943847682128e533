import { type Language, type Localized, languages } from '#kernel/language.ts';
import { indexPack, type PackIndex } from '../pack/index-pack.ts';
import type { Pack } from '../pack/pack.ts';

/** A thing and what is told of it; other things are named by their address. */
export type LinkedNode = Readonly<{ '@id': string; '@type'?: string | readonly string[] } & Record<string, unknown>>;

/** A JSON-LD document: its own context, so that nothing is fetched to read it. */
export type LinkedCatalogue = Readonly<{
  '@context': Readonly<Record<string, unknown>>;
  '@graph': readonly LinkedNode[];
}>;

/** Vocabularies of the catalogue; Turtle shortens addresses by them. */
export const prefixes: Readonly<Record<string, string>> = {
  adms: 'http://www.w3.org/ns/adms#',
  atu: 'http://data.europa.eu/88u/dataset/',
  berdem: 'urn:berdem:',
  cpsv: 'http://purl.org/vocab/cpsv#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  eli: 'http://data.europa.eu/eli/ontology#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  geo: 'http://www.opengis.net/ont/geosparql#',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** Properties whose values are texts by language: `{"ru": …, "en": …}`. */
const textual = [
  'dct:title',
  'dct:description',
  'dcat:keyword',
  'eli:title',
  'locn:fullAddress',
  'locn:geographicName',
  'skos:prefLabel',
  'skos:altLabel',
];

/** Properties whose values are addresses of other things. */
const references = new Set([
  'adms:status',
  'berdem:legalTerm',
  'cpsv:follows',
  'cpsv:hasInput',
  'cpsv:implements',
  'cpsv:produces',
  'cv:contactPage',
  'cv:contactPoint',
  'cv:currency',
  'cv:hasChannel',
  'cv:hasCompetentAuthority',
  'cv:hasCost',
  'cv:hasInputType',
  'cv:hasLegalResource',
  'cv:hasParticipant',
  'cv:hasParticipation',
  'cv:hasRelatedService',
  'cv:ifAccessedThrough',
  'cv:isGroupedBy',
  'cv:ownedBy',
  'cv:role',
  'dcat:accessURL',
  'dcat:distribution',
  'dcat:landingPage',
  'dcat:mediaType',
  'dct:audience',
  'dct:conformsTo',
  'dct:hasPart',
  'dct:isPartOf',
  'dct:language',
  'dct:publisher',
  'dct:relation',
  'dct:requires',
  'dct:spatial',
  'dct:type',
  'eli:is_part_of',
  'foaf:page',
  'locn:address',
  'org:subOrganizationOf',
]);

const typed: Readonly<Record<string, string>> = {
  'cv:hasValue': 'xsd:double',
  'cv:processingTime': 'xsd:duration',
  'dcat:bbox': 'geo:wktLiteral',
  'dct:available': 'xsd:date',
  'dct:issued': 'xsd:date',
  'eli:date_document': 'xsd:date',
};

export const isReference = (property: string): boolean => references.has(property);

export const context: LinkedCatalogue['@context'] = {
  ...prefixes,
  ...Object.fromEntries(textual.map((property) => [property, { '@container': '@language' }])),
  ...Object.fromEntries([...references].map((property) => [property, { '@type': '@id' }])),
  ...Object.fromEntries(Object.entries(typed).map(([property, type]) => [property, { '@type': type }])),
};

/** What every part of the catalogue is told with. */
export type Telling = Readonly<{
  pack: Pack;
  index: PackIndex;
  /** Address of the city, without a slash. */
  base: string;
  /** Address of a thing of the catalogue. */
  at: (path: string) => string;
  /** A text in the languages the city speaks; without a language it fails the profile's shapes. */
  text: (text: Localized) => Partial<Localized>;
}>;

export function tellingOf(pack: Pack, base: string): Telling {
  const spoken = languages.filter((language) => pack.city.languages.includes(language));
  const text = (all: Localized) => Object.fromEntries(spoken.map((language) => [language, all[language]]));
  return { pack, index: indexPack(pack), base, at: (path) => `${base}/catalogue/${path}`, text };
}

/** A text with something put into it, in every language. */
export const filled = (template: Localized, put: (language: Language) => string): Localized => ({
  ru: template.ru.replace('{}', () => put('ru')),
  tt: template.tt.replace('{}', () => put('tt')),
  en: template.en.replace('{}', () => put('en')),
});
