import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { Answers } from '#modules/forms/index.ts';

/** The files of answers: they belong to the application from its filing on, and its departments may read them. */
export function filesOf(pack: Pack, answers: Answers): string[] {
  const { elements } = indexPack(pack);
  return Object.entries(answers).flatMap(([id, value]) =>
    elements.get(id)?.type === 'files' && Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [],
  );
}
