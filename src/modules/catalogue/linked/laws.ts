import { createHash } from 'node:crypto';
import type { LegalBasis } from '../pack/words.ts';
import type { LinkedNode, Telling } from './context.ts';

/** An act has no id in a pack: the same name, number and date are the same act. */
function actAddress({ at }: Telling, { act, number = '', date = '' }: LegalBasis): string {
  const digest = createHash('sha256').update(JSON.stringify([act.ru, act.en, number, date]));
  return at(`laws/${digest.digest('hex').slice(0, 12)}`);
}

/** Address of what a service rests on: the act, or its article where one is named. */
export function lawAddress(told: Telling, basis: LegalBasis): string {
  const act = actAddress(told, basis);
  return basis.article === undefined ? act : `${act}/articles/${encodeURIComponent(basis.article)}`;
}

/** The act, and its article as a part of it (ELI). */
export function lawNodes(told: Telling, basis: LegalBasis): LinkedNode[] {
  const id = actAddress(told, basis);
  const title = told.text(basis.act);
  const act: LinkedNode = {
    '@id': id,
    '@type': 'eli:LegalResource',
    'dct:title': title,
    'eli:title': title,
    ...(basis.number && { 'eli:id_local': basis.number }),
    ...(basis.date && { 'eli:date_document': basis.date }),
    ...(basis.url && { 'foaf:page': basis.url }),
  };
  const page = basis.url ? [{ '@id': basis.url, '@type': 'foaf:Document' }] : [];
  if (basis.article === undefined) return [act, ...page];
  const article: LinkedNode = {
    '@id': lawAddress(told, basis),
    '@type': ['eli:LegalResourceSubdivision', 'eli:LegalResource'],
    'dct:title': title,
    'eli:number': basis.article,
    'eli:is_part_of': id,
    'dct:relation': id,
  };
  return [act, article, ...page];
}
