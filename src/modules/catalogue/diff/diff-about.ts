import type { Language } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { changesIn, type PackChange } from './diff-packs.ts';
import { wordsIn } from './words.ts';

/** What a page is about: a service or a situation, by its id. */
type About = Readonly<{ kind: 'service' | 'situation'; id: string }>;

/**
 * What of the changes between two packs concerns a service (with the data it asks for and its register) or a situation
 * (with its questions and steps), in words of `language`.
 */
export function diffAbout(
  packs: Readonly<{ before: Pack; after: Pack }>,
  about: About,
  language: Language,
): PackChange[] {
  const { before, after } = packs;
  const named = new Set([...namesIn(before, about), ...namesIn(after, about)]);
  const narrow = (pack: Pack): Pack => ({ ...narrowed(pack, about, named), city: after.city });
  return changesIn(narrow(before), narrow(after), wordsIn(language, [before, after]));
}

/** Ids of elements, registers and steps that the subject names. */
function namesIn(pack: Pack, { kind, id }: About): string[] {
  if (kind === 'situation') {
    const items = pack.situations.find((one) => one.id === id)?.items ?? [];
    return items.flatMap((item) => ('step' in item ? item.step : []));
  }
  const versions = [...pack.services, ...pack.nextServices].filter((one) => one.id === id);
  return versions.flatMap(({ inputs, evidence, result }) => [
    ...inputs.map(({ element }) => element),
    ...evidence.flatMap((paper) => (paper.provider === 'applicant' ? paper.element : [])),
    ...(result.register === undefined ? [] : [result.register]),
  ]);
}

function narrowed(pack: Pack, { kind, id }: About, named: ReadonlySet<string>): Pack {
  const isIt = (one: Readonly<{ id: string }>) => one.id === id;
  const isNamed = (one: Readonly<{ id: string }>) => named.has(one.id);
  const isService = kind === 'service';
  return {
    ...pack,
    services: isService ? pack.services.filter(isIt) : [],
    nextServices: isService ? pack.nextServices.filter(isIt) : [],
    situations: isService ? [] : pack.situations.filter(isIt),
    steps: isService ? [] : pack.steps.filter(isNamed),
    elements: pack.elements.filter(isNamed),
    registers: pack.registers.filter(isNamed),
    outputs: [],
    pages: [],
    intakeGrounds: [],
    departments: [],
    calendars: [],
  };
}
