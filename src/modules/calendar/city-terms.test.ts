import { expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { cityTerms } from './city-terms.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const city = { officeHours: { from: '08:00', to: '17:00', fridayTo: '16:45' }, timeZone: 'Europe/Moscow' };
const terms = cityTerms(createCalendar([federal, tatarstan]), city);
const instant = (iso: string) => Temporal.Instant.from(iso);

test('an application sent from abroad is received by the clock of Kazan', () => {
  expect(terms.receivedOn(instant('2026-11-24T13:59:00Z'))).toMatchObject({ on: '2026-11-24', moved: null });
  expect(terms.receivedOn(instant('2026-11-24T21:30:00Z'))).toMatchObject({ on: '2026-11-26', at: '2026-11-25T00:30' });
});

test('a term runs from the day its event counts as received', () => {
  const term = { amount: 5, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
  expect(terms.dueOn(term, instant('2026-11-20T12:00:00Z')).on).toBe('2026-11-27');
  const late = terms.dueOn(term, instant('2026-11-20T14:00:00Z')); // a Friday, 17:00 in Kazan
  expect(late.on).toBe('2026-11-30');
  expect(late.derivation.event.on).toBe('2026-11-23');
});

test('a term in hours runs from the moment itself', () => {
  const term = { amount: 2, unit: 'workingHours', from: 'request', roll: 'next' } as const;
  expect(terms.dueOn(term, instant('2026-11-24T13:00:00Z'))).toMatchObject({ on: '2026-11-25', time: '09:00' });
});
