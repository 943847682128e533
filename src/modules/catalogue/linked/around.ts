import type { Localized } from '#kernel/language.ts';
import type { Department } from '../pack/city.ts';
import type { Output } from '../pack/services.ts';
import type { Situation } from '../pack/situations.ts';
import { filled, type LinkedNode, type Telling } from './context.ts';
import { concepts, inForce, languageAddress, profile, words } from './words.ts';

/** Media types in which the catalogue is given. */
const mediaTypes = ['application/ld+json', 'text/turtle', 'application/n-triples'] as const;

/** The catalogue itself, as a set of open data (DCAT): who publishes it, what is in it, in which forms it comes. */
export function datasetNodes({ pack: { city, services }, at, base, text }: Telling): LinkedNode[] {
  const id = at('services');
  const formOf = (mediaType: string) => `${id}#${mediaType.replace(/.*[/]/, '')}`;
  const dataset: LinkedNode = {
    '@id': id,
    '@type': 'dcat:Dataset',
    'dct:identifier': city.id,
    'dct:title': text(filled(words.datasetTitle, (language) => city.name[language])),
    'dct:description': text(filled(words.datasetDescription, (language) => city.authority[language])),
    'dct:publisher': at('departments/authority'),
    'dct:issued': city.effective,
    'dct:language': city.languages.map(languageAddress),
    'dct:spatial': at('place'),
    'dct:conformsTo': profile,
    'dct:hasPart': services.map((service) => at(`services/${service.id}`)),
    'dcat:landingPage': `${base}/`,
    'dcat:version': city.version,
    'dcat:distribution': mediaTypes.map(formOf),
  };
  const forms = mediaTypes.map((mediaType) => ({
    '@id': formOf(mediaType),
    '@type': 'dcat:Distribution',
    'dcat:accessURL': id,
    'dcat:mediaType': `https://www.iana.org/assignments/media-types/${mediaType}`,
    'dct:conformsTo': profile,
  }));
  return [
    dataset,
    ...forms,
    { '@id': `${base}/`, '@type': 'foaf:Document' },
    { '@id': profile, '@type': 'dct:Standard' },
  ];
}

/** Where the services are given: the city, as location and as the region its departments cover. */
export function placeNode({ pack: { city }, at, text }: Telling): LinkedNode {
  const [west, south, east, north] = city.map.bounds;
  const corners = [west, south, east, south, east, north, west, north, west, south];
  const ring = Array.from({ length: 5 }, (_, n) => `${corners[2 * n]} ${corners[2 * n + 1]}`);
  return {
    '@id': at('place'),
    '@type': ['dct:Location', 'atu:atu-type'],
    'locn:geographicName': text(city.name),
    'dcat:bbox': `POLYGON((${ring.join(', ')}))`,
  };
}

const organisation = ({ at, text }: Telling, id: string, name: Localized): LinkedNode => ({
  '@id': at(`departments/${id}`),
  '@type': ['org:Organization', 'foaf:Agent'],
  'dct:identifier': id,
  'dct:title': text(name),
  'skos:prefLabel': text(name),
});

/** A body of the city; of those outside it is not known whether they are public and what they cover. */
const publicBody = (told: Telling, id: string, name: Localized): LinkedNode => ({
  ...organisation(told, id, name),
  '@type': ['cv:PublicOrganisation', 'org:Organization', 'foaf:Agent'],
  'dct:spatial': told.at('place'),
});

/** The body in whose name decisions are given. */
export const authorityNode = (told: Telling): LinkedNode => publicBody(told, 'authority', told.pack.city.authority);

/** Whether there is a way to reach the department: the profile's contact point. */
export const isReachable = ({ phone, url }: Department): boolean => phone !== undefined || url !== undefined;

/** A department or an agency outside the city, with its address and how it is reached. */
export function departmentNodes(told: Telling, department: Department): LinkedNode[] {
  const { at, text } = told;
  const { id, kind, name, short, address, phone, url } = department;
  const own = at(`departments/${id}`);
  const main: LinkedNode = {
    ...(kind === 'city' ? publicBody : organisation)(told, id, name),
    'skos:altLabel': text(short),
    ...(kind === 'city' && { 'org:subOrganizationOf': at('departments/authority') }),
    ...(address && { 'locn:address': `${own}/address` }),
    ...(isReachable(department) && { 'cv:contactPoint': `${own}/contact` }),
  };
  const contact = {
    '@id': `${own}/contact`,
    '@type': 'cv:ContactPoint',
    ...(phone && { 'cv:telephone': phone }),
    ...(url && { 'cv:contactPage': url }),
  };
  return [
    main,
    ...(address ? [{ '@id': `${own}/address`, '@type': 'locn:Address', 'locn:fullAddress': text(address) }] : []),
    ...(isReachable(department) ? [contact] : []),
    ...(url ? [{ '@id': url, '@type': 'foaf:Document' }] : []),
  ];
}

export const outputNode = ({ pack, at, text }: Telling, { id, name }: Output): LinkedNode => ({
  '@id': at(`outputs/${id}`),
  '@type': 'cv:Output',
  'dct:identifier': id,
  'dct:title': text(name),
  'dct:language': pack.city.languages.map(languageAddress),
});

const servicesOf = ({ items }: Situation): string[] => [
  ...new Set(items.flatMap((item) => ('service' in item ? [item.service] : []))),
];

/**
 * A reason to deal with the city: of business where none of its services is open to a natural person, of life otherwise.
 * Typed as event too: the profile's shape of isGroupedBy asks for that very class.
 */
export function eventNode({ index, at, text }: Telling, situation: Situation): LinkedNode {
  const members = servicesOf(situation);
  const isOpenToPeople = members.some((id) => index.services.get(id)?.applicants.includes('person'));
  return {
    '@id': at(`situations/${situation.id}`),
    '@type': [isOpenToPeople ? 'cv:LifeEvent' : 'cv:BusinessEvent', 'cv:Event'],
    'dct:identifier': situation.id,
    'dct:title': text(situation.name),
    'dct:description': text(situation.summary),
    'cv:hasRelatedService': members.map((id) => at(`services/${id}`)),
  };
}

/** The words of lists that others point to: the city's own, and those of the profile's tables. */
export function conceptNodes({ pack: { city }, at, text }: Telling): LinkedNode[] {
  const own = Object.entries(concepts).flatMap(([group, members]) =>
    Object.entries<Localized>(members).map(([id, label]) => ({
      '@id': at(`concepts/${group}/${id}`),
      '@type': 'skos:Concept',
      'skos:prefLabel': text(label),
    })),
  );
  const languages = city.languages.map((language) => ({
    '@id': languageAddress(language),
    '@type': 'dct:LinguisticSystem',
    'dct:identifier': language,
  }));
  return [...own, ...languages, { '@id': inForce, '@type': 'skos:Concept', 'skos:notation': 'Completed' }];
}
