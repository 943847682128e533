import type { Language } from '#kernel/language.ts';
import type { Pack } from './pack/pack.ts';
import type { Service } from './pack/services.ts';

type ByDepartment = ReadonlyMap<string, readonly Service[]>;

/** By the list of services: sorting ten thousand names takes longer than showing a page of them. */
const sorted = new WeakMap<Pack['services'], Map<Language, ByDepartment>>();

/**
 * The services of each department, by its id, in the order people look for them: by number in the city's published
 * catalogue, those without a number behind, by name in the reader's language.
 */
export function servicesByDepartment({ services }: Pack, language: Language): ByDepartment {
  const kept = sorted.get(services) ?? new Map<Language, ByDepartment>();
  sorted.set(services, kept);
  const found = kept.get(language) ?? sort(services, language);
  kept.set(language, found);
  return found;
}

function sort(services: Pack['services'], language: Language): ByDepartment {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const row = (service: Service) => service.row ?? Number.MAX_SAFE_INTEGER;
  const inOrder = (left: Service, right: Service) =>
    row(left) - row(right) || compare(left.name[language], right.name[language]);
  const ofDepartments = Map.groupBy(services, ({ department }) => department);
  return new Map([...ofDepartments].map(([id, own]) => [id, own.toSorted(inOrder)]));
}
