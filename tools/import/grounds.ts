import type { Localized } from '#kernel/language.ts';
import type { Dictionary } from './dictionary.ts';
import type { Field, Fields } from './fields.ts';
import type { SchemaReport } from './report.ts';
import { lettersOf, oneLanguage, untranslated } from './words.ts';

/** A ground of refusal as it is written into the pack. */
export type PackGround = Readonly<{
  id: string;
  text: Localized;
  elements?: readonly string[];
  unverified: readonly string[];
}>;

/** Fields of a refusal that every decision of the program has anyway. */
export const everyDecision = /^(response_(text|files)|attachments|comments?|files)$/;

const isReason = (name: string): boolean => /reason/i.test(name);

type Found = { text: string; elements: Set<string> };

/** Several fields that offer the same faults are about several documents: the faults become the grounds. */
function documentFaults(fields: readonly Field[], dictionary: Dictionary): Found[] {
  const alike = Map.groupBy(fields, ({ answer }) => JSON.stringify(answer.choices));
  return [...alike.values()].flatMap((group) => {
    const elements = new Set(group.flatMap(({ path }) => dictionary.named(path.at(-1) ?? '')));
    return (group[0]?.answer.choices ?? []).map(({ label }) => ({ text: label.ru, elements }));
  });
}

function reasonsOf({ fields }: Fields, dictionary: Dictionary): Found[] {
  const offered = fields.filter(({ answer }) => answer.choices !== undefined);
  const aboutDocuments = offered.filter(
    ({ path, answer }) =>
      path.length > 1 &&
      offered.some((other) => other.path.at(-1) !== path.at(-1) && sameChoices(other, answer.choices)),
  );
  const listed = offered
    .filter((field) => !aboutDocuments.includes(field))
    .flatMap(({ path, label, answer }) =>
      (answer.choices ?? []).map(({ label: choice }) => ({
        text: isReason(path.at(-1) ?? '') ? choice.ru : `${label}: ${choice.ru}`,
        elements: new Set<string>(),
      })),
    );
  const single = fields
    .filter(({ answer, path }) => answer.type === 'yes-no' && path.length > 0)
    .map(({ label, says, path }) => ({
      text: says !== undefined && isReason(path.at(-1) ?? '') ? says : label,
      elements: new Set<string>(),
    }));
  return [...listed, ...single, ...documentFaults(aboutDocuments, dictionary)];
}

const sameChoices = (field: Field, choices: Field['answer']['choices']): boolean =>
  JSON.stringify(field.answer.choices) === JSON.stringify(choices);

/** Gathers grounds; one that differs from another only by a comma or a quote is the same. */
export class Grounds {
  private readonly found = new Map<string, Found>();
  private readonly letter: string;

  /** `letter` begins the ids: `r1`, `r2` … */
  constructor(letter: string) {
    this.letter = letter;
  }

  /** Takes what a refusal schema offers, and says in its report what it had besides. */
  take(refusal: Fields, dictionary: Dictionary, report: SchemaReport): void {
    const reasons = reasonsOf(refusal, dictionary);
    for (const { text, elements } of reasons) {
      const key = lettersOf(text);
      const known = this.found.get(key) ?? { text, elements: new Set<string>() };
      for (const element of elements) known.elements.add(element);
      this.found.set(key, known);
    }
    if (reasons.length > 0) report.taken.push(`${reasons.length} grounds`);
    for (const { path, answer } of refusal.fields) {
      if (answer.choices !== undefined || answer.type === 'yes-no') continue;
      const at = path.join('.');
      if (everyDecision.test(path[0] ?? '')) report.taken.push(`${at}: text and files stand in every decision`);
      else report.notTaken.push(`${at}: a refusal has grounds, a text and files, no further fields`);
    }
  }

  /** The grounds; never none, because a pack without one does not load. `asked` limits them to elements of a service. */
  all(asked?: ReadonlySet<string>): PackGround[] {
    const grounds = [...this.found.values()].map(({ text, elements }, index): PackGround => {
      const concerned = [...elements].filter((id) => asked === undefined || asked.has(id));
      return {
        id: `${this.letter}${index + 1}`,
        text: oneLanguage(text),
        ...(concerned.length > 0 ? { elements: concerned } : {}),
        unverified: untranslated('text'),
      };
    });
    return grounds.length > 0 ? grounds : [otherGround(this.letter)];
  }

  get isEmpty(): boolean {
    return this.found.size === 0;
  }
}

const otherGround = (letter: string): PackGround => ({
  id: `${letter}1`,
  text: {
    ru: 'Другая причина, названная в решении',
    tt: 'Карарда күрсәтелгән башка сәбәп',
    en: 'Another reason, named in the decision',
  },
  unverified: ['text'],
});
