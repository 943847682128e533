import { addTerm, createCalendar, type DueDate } from '#modules/calendar/index.ts';

const plainWeeks = createCalendar([
  { id: 'plain', name: { ru: 'Пн–пт', tt: 'Дш–җм', en: 'Mon–Fri' }, years: { 2026: {} } },
]);

/** A due date with its whole reason: so many working days from a day, in plain weeks of five days. */
export function dueDate(start: string, workingDays: number): DueDate {
  const term = { amount: workingDays, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
  const { on, derivation } = addTerm(plainWeeks, term, Temporal.PlainDate.from(start));
  return { on: on.toString(), derivation };
}
