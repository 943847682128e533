import type { Localized } from '#kernel/language.ts';
import { itemName, type OtherChoice } from '#modules/planning/index.ts';
import type { DraftView } from './draft-view.ts';

/** What another answer makes of the plan; days and sums against the plan as it is. */
type Option = Pick<OtherChoice, 'endsOn' | 'days' | 'fees' | 'feeChange' | 'documents' | 'documentsChange'> &
  Readonly<{
    label: Localized;
    added: readonly Localized[];
    dropped: readonly Localized[];
    asks: number;
  }>;

/** A question that the applicant may decide otherwise. */
export type ChoiceView = Readonly<{
  id: string;
  question: Localized;
  answer?: Localized;
  href: string;
  options: readonly Option[];
}>;

/** The questions that are the applicant's to decide, with what every other answer would change. */
export function otherChoicesView({ draft, questions, pack, otherChoices }: DraftView): ChoiceView[] {
  const nameOf = (key: string): Localized => itemName(pack, key);
  const choices = otherChoices().filter(({ choosable }) => choosable);
  return questions.flatMap(({ id, label, options }) => {
    const labelOf = (value: string | undefined) => options.find((option) => option.value === value)?.label;
    const answer = labelOf(draft.content.triage[id]);
    const others = choices.flatMap(({ questionId, value, added, dropped, asks, ...figures }) => {
      const named = questionId === id ? labelOf(value) : undefined;
      if (named === undefined) return [];
      return { ...figures, label: named, added: added.map(nameOf), dropped: dropped.map(nameOf), asks: asks.length };
    });
    if (others.length === 0) return [];
    const href = `/drafts/${draft.id}/triage/${id}`;
    return { id, question: label, ...(answer ? { answer } : {}), href, options: others };
  });
}
