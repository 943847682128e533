import type { Term } from '#kernel/term.ts';
import type { Calendar } from './calendar.ts';
import type { DueDate } from './city-terms.ts';
import { dateOfDay, dayOfIso } from './civil.ts';
import { deadlineOf, type TermFacts, type TermRule } from './deadline.ts';
import type { Derivation } from './derivation.ts';
import type { Extension, ExtensionKind } from './extension.ts';
import type { Suspension } from './suspension.ts';

/** What has happened to a term since it began to run. */
export type TermHistory = Readonly<{
  suspensions?: readonly Suspension[];
  extensions?: readonly Extension[];
  /** Kinds the regulation allows; needed with extensions. */
  kinds?: readonly ExtensionKind[];
  /** Today; needed while a suspension runs. A day before the start is taken as the start. */
  asOf?: Temporal.PlainDate;
}>;

/** The rule a date was counted by, as its derivation tells. */
export const ruleOf = ({ rule, office }: Pick<Derivation, 'rule' | 'office'>): TermRule => ({
  id: rule.id,
  version: rule.version,
  term: rule.term,
  ...(rule.name && { name: rule.name }),
  ...(rule.choice && { choice: rule.choice }),
  ...(office && { office }),
});

/**
 * A date counted again from its own reason: the same event and rule, on the calendar given, with what has happened to
 * the term. A new holiday, a suspension and an extension move a date this way. Throws as `deadlineOf`.
 */
export function redate(calendar: Calendar, was: Derivation, history: TermHistory, rule = ruleOf(was)): DueDate {
  const { suspensions = [], extensions = [], kinds = [] } = history;
  const { derivation } = deadlineOf(
    calendar,
    { ...rule, extensions: kinds },
    { event: eventOf(was), suspensions, extensions, ...asOfOf(was, history) },
  );
  return dueDateOf(derivation);
}

/** The start event of a date as a fact to count from. */
export function eventOf({ event: { kind, on, at } }: Pick<Derivation, 'event'>): TermFacts['event'] {
  return {
    kind: kind as Term['from'],
    on: dateOfDay(dayOfIso(on)),
    ...(at && { at: Temporal.PlainDateTime.from(at) }),
  };
}

/** A derivation as it is kept with its date. */
export const dueDateOf = (derivation: Derivation): DueDate => ({
  on: derivation.due,
  ...(derivation.time && { time: derivation.time }),
  derivation,
});

function asOfOf({ event }: Derivation, { asOf }: TermHistory): { asOf?: Temporal.PlainDate } {
  if (asOf === undefined) return {};
  const start = dateOfDay(dayOfIso(event.on));
  return { asOf: Temporal.PlainDate.compare(asOf, start) < 0 ? start : asOf };
}
