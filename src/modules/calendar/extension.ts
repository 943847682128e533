import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { type Day, dayOfDate, isoOfDay } from './civil.ts';

/** A kind of extension the regulation allows: at most `amount` of `unit` each time, at most `times` times. */
export type ExtensionKind = Readonly<{
  id: string;
  name?: Localized;
  amount: number;
  unit: Term['unit'];
  times: number;
  /** Reasons for which it may be given; absent: any. */
  reasons?: readonly string[];
}>;

/** An extension given in a case. It runs from the day after the term that it extends ends. */
export type Extension = Readonly<{
  kind: string;
  amount: number;
  decidedOn: Temporal.PlainDate;
  reason: string;
  evidence: string;
}>;

/** What stood when an extension was decided. */
type Standing = Readonly<{ start: Day; due: Day; before: readonly Extension[]; dueBefore: Day | undefined }>;

/**
 * The kind of an extension, if the regulation allows it now. Throws `calendar/extension-not-allowed` (kind or reason),
 * `calendar/extension-too-long`, `calendar/extension-too-often`, `calendar/extension-outside-term` (decided before the
 * term began or after it ended: what has ended cannot be extended) and `calendar/extension-overlaps` (decided before
 * the earlier extension began to run).
 */
export function allowedExtension(
  kinds: readonly ExtensionKind[],
  extension: Extension,
  { start, due, before, dueBefore }: Standing,
): ExtensionKind {
  const kind = kinds.find((one) => one.id === extension.kind);
  const { amount, reason } = extension;
  if (kind === undefined || (kind.reasons !== undefined && !kind.reasons.includes(reason))) {
    throw new Problem('calendar/extension-not-allowed', { kind: extension.kind, reason });
  }
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Problem('calendar/impossible-term', { amount, unit: kind.unit });
  }
  const limits = { kind: kind.id, amount, limit: kind.amount, times: kind.times };
  if (amount > kind.amount) throw new Problem('calendar/extension-too-long', limits);
  if (before.filter((one) => one.kind === kind.id).length >= kind.times) {
    throw new Problem('calendar/extension-too-often', limits);
  }
  const decided = dayOfDate(extension.decidedOn);
  const decidedOn = isoOfDay(decided);
  if (decided < start || decided > due) {
    throw new Problem('calendar/extension-outside-term', { decidedOn, start: isoOfDay(start), due: isoOfDay(due) });
  }
  if (dueBefore !== undefined && decided <= dueBefore) {
    throw new Problem('calendar/extension-overlaps', { decidedOn, begins: isoOfDay(dueBefore + 1) });
  }
  return kind;
}
