import type { Language, Localized } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import type { Part } from './words.ts';

/** What an id means under a key of the pack's files. Under other keys an id is no reference. */
const partsOfKey: Readonly<Record<string, readonly Part[]>> = {
  element: ['elements'],
  elements: ['elements'],
  number: ['elements'],
  from: ['departments', 'elements'],
  service: ['services'],
  step: ['steps'],
  evidence: ['outputs'],
  requires: ['outputs'],
  requiresIfPlanned: ['outputs'],
  produces: ['outputs'],
  department: ['departments'],
  agency: ['departments'],
  to: ['departments'],
  register: ['registers'],
  registers: ['registers'],
  page: ['pages'],
  calendar: ['calendars'],
  extends: ['calendars'],
};

/** What people call what an id under a key of the files refers to; undefined where it refers to nothing. */
export type TitleOf = (key: string, id: string) => string | undefined;

/** Titles in the packs that are compared; of two the later one's. */
export function titlesOf(packs: readonly Pack[], language: Language): TitleOf {
  const titles = new Map<string, string>();
  for (const pack of packs) {
    for (const part of new Set(Object.values(partsOfKey).flat())) {
      for (const one of pack[part]) titles.set(`${part} ${one.id}`, titleOf(one)?.[language] ?? '');
    }
  }
  return (key, id) =>
    partsOfKey[key]?.map((part) => titles.get(`${part} ${id}`)).find((title) => title !== undefined && title !== '');
}

type Titled = Readonly<{ name?: Localized; title?: Localized; label?: Localized; text?: Localized }>;

/** What people call an entry, by whatever its kind says it. */
export const titleOf = (one: object): Localized | undefined => {
  const { name, title, label, text } = one as Titled;
  return name ?? title ?? label ?? text;
};
