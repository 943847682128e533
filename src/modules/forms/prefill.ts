import type { Localized } from '#kernel/language.ts';
import type { Element, PrefillSource } from './element.ts';
import { fieldTypes } from './field-types/index.ts';

/** What the city knows of a person, as the door of `people` gives it. */
type KnownPerson = Readonly<{
  lastName: string;
  firstName: string;
  patronymic?: string | null | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  snils?: string | null | undefined;
  inn?: string | null | undefined;
  registeredAddress?: string | null | undefined;
}>;

/** What the city knows of a company, with the position the signed-in person holds in it. */
type KnownOrganisation = Readonly<{
  name: string;
  inn?: string | null | undefined;
  ogrn?: string | null | undefined;
  legalAddress?: string | null | undefined;
  position?: string | null | undefined;
}>;

/** What the map and the cadastre know of the place. */
type KnownPlace = Readonly<{
  cadastralNumber?: string | null | undefined;
  address?: Localized | null | undefined;
  /** Square metres. */
  area?: number | null | undefined;
  district?: Readonly<{ name: Localized }> | undefined;
  zone?: Readonly<{ code: string }> | undefined;
}>;

/**
 * Everything a form may be filled in with. `person` is the applicant (under a mandate, the one who gave it),
 * `representative` the signed-in person who acts for them.
 */
export type KnownFacts = Readonly<{
  person?: KnownPerson | undefined;
  organisation?: KnownOrganisation | undefined;
  representative?: KnownPerson | undefined;
  place?: KnownPlace | undefined;
}>;

/** A known value of an element, ready as an answer, and where the city has it from. */
export type Prefill = Readonly<{ value: unknown; source: PrefillSource }>;

// Answers go into documents, and those are in Russian, the state language in which a case is kept.
const documentLanguage = 'ru';

const person = (known: KnownPerson) => ({
  name: {
    lastName: known.lastName,
    firstName: known.firstName,
    ...(known.patronymic ? { patronymic: known.patronymic } : {}),
  },
  phone: known.phone,
  email: known.email,
  snils: known.snils,
  inn: known.inn,
  registeredAddress: known.registeredAddress,
});

const place = (known: KnownPlace) => ({
  cadastralNumber: known.cadastralNumber,
  address: known.address?.[documentLanguage],
  area: known.area,
  district: known.district?.name[documentLanguage],
  zone: known.zone?.code,
});

/** Every source an element may name in `from`, with its value. */
const sources: Readonly<Record<string, (known: KnownFacts) => Readonly<Record<string, unknown>> | undefined>> = {
  person: (known) => known.person && person(known.person),
  representative: (known) => known.representative && person(known.representative),
  organisation: (known) => known.organisation,
  place: (known) => known.place && place(known.place),
};

/** Names of all sources, `person.phone` …: what a pack may write in `from`. */
export const prefillSources: readonly PrefillSource[] = [
  ...['name', 'phone', 'email', 'snils', 'inn', 'registeredAddress'].flatMap((name) => [
    `person.${name}`,
    `representative.${name}`,
  ]),
  ...['name', 'inn', 'ogrn', 'legalAddress', 'position'].map((name) => `organisation.${name}`),
  ...['cadastralNumber', 'address', 'area', 'district', 'zone'].map((name) => `place.${name}`),
];

/** Who reads where a value comes from: the one who filed, or an officer, to whom "your profile" would be a lie. */
export type SourceReader = 'applicant' | 'officer';

/** Where a known value comes from, as `reader` reads it next to the field. */
export function sourceText(source: PrefillSource, reader: SourceReader = 'applicant'): Localized {
  const group = source.slice(0, source.indexOf('.'));
  return (reader === 'officer' ? officerTexts[group] : undefined) ?? sourceTexts[group] ?? unknownSource;
}

const unknownSource: Localized = { ru: 'из данных города', tt: 'шәһәр мәгълүматыннан', en: 'from the city’s records' };

const sourceTexts: Readonly<Record<string, Localized>> = {
  person: { ru: 'из вашего профиля (ЕСИА)', tt: 'сезнең профильдән (ЕСИА)', en: 'from your profile (ESIA)' },
  representative: { ru: 'из вашего профиля (ЕСИА)', tt: 'сезнең профильдән (ЕСИА)', en: 'from your profile (ESIA)' },
  organisation: {
    ru: 'из профиля организации (ЕСИА)',
    tt: 'оешма профиленнән (ЕСИА)',
    en: 'from the organisation’s profile (ESIA)',
  },
  place: {
    ru: 'из земельного кадастра (синтетического)',
    tt: 'җир кадастрыннан (синтетик)',
    en: 'from the land cadastre (synthetic)',
  },
};

const officerTexts: Readonly<Record<string, Localized>> = {
  person: {
    ru: 'из профиля заявителя (ЕСИА)',
    tt: 'мөрәҗәгать итүче профиленнән (ЕСИА)',
    en: 'from the applicant’s profile (ESIA)',
  },
  representative: {
    ru: 'из профиля представителя (ЕСИА)',
    tt: 'вәкил профиленнән (ЕСИА)',
    en: 'from the representative’s profile (ESIA)',
  },
};

/** Values the city knows, by source name; made once per form, read once per element. */
export function knownValues(known: KnownFacts): (source: PrefillSource) => unknown {
  const groups = new Map<string, Readonly<Record<string, unknown>> | undefined>();
  return (source) => {
    const [group = '', name = ''] = source.split('.');
    if (!groups.has(group)) groups.set(group, sources[group]?.(known));
    const values = groups.get(group);
    return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
  };
}

/** The known value of an element in the form its field type wants; none if it does not fit. */
export function prefill(element: Element, valueFrom: (source: PrefillSource) => unknown): Prefill | undefined {
  if (element.from === undefined) return undefined;
  const known = valueFrom(element.from) ?? undefined;
  if (known === undefined || known === '') return undefined;
  const type = fieldTypes[element.type];
  if (type.value.safeParse(known).success) return { value: known, source: element.from };
  const read = type.read([String(known)], element);
  return read.ok && read.value !== undefined ? { value: read.value, source: element.from } : undefined;
}
