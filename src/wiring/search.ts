import type { Language, Localized } from '#kernel/language.ts';
import { type Catalogue, indexPack, search } from '#modules/catalogue/index.ts';

/** A situation or service found by everyday words, as a list shows it. */
export type Found = Readonly<{ kind: 'situation' | 'service'; id: string; name: Localized; summary: Localized }>;

/** Finds situations and services, best first. */
export function searchCatalogue(catalogue: Catalogue, text: string, language: Language): Found[] {
  const index = indexPack(catalogue.current);
  return search(catalogue.current, text, language).flatMap(({ kind, id }) => {
    const entry = kind === 'situation' ? index.situations.get(id) : index.services.get(id);
    return entry === undefined ? [] : [{ kind, id, name: entry.name, summary: entry.summary }];
  });
}
