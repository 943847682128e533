import fc from 'fast-check';
import { createCalendar } from './calendar.ts';
import { deadlineOf, type TermFacts, type TermRule } from './deadline.ts';
import type { Extension, ExtensionKind } from './extension.ts';
import type { Suspension } from './suspension.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

/** The calendars random cases are counted on, as written. */
export const definitions = [federal, tatarstan];

export const calendars = [
  createCalendar(definitions),
  createCalendar([federal]),
  createCalendar(definitions, { decreeDays: 'working' }),
  createCalendar(definitions, { weekendHolidays: 'moved' }),
];

const epoch = Temporal.PlainDate.from('2018-01-01');
/** Nine published years and four by rule. */
export const anyDate = fc.integer({ min: 0, max: 13 * 365 }).map((days) => epoch.add({ days }));

const anyLeg = fc.oneof(
  fc.record({ amount: fc.integer({ min: 1, max: 90 }), unit: fc.constant('workingDays' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 200 }), unit: fc.constant('calendarDays' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 18 }), unit: fc.constant('months' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 3 }), unit: fc.constant('years' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 60 }), unit: fc.constant('workingHours' as const) }),
);

export const anyTerm = fc
  .tuple(anyLeg, fc.constantFrom('next' as const, 'previous' as const, 'none' as const))
  .map(([leg, roll]) => ({ ...leg, from: 'registration' as const, roll }));

/** Suspensions near an event: before it, over it, nested, touching, of no length. */
export const suspensionsNear = (start: Temporal.PlainDate) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 25 }), fc.boolean())
      .map(([after, length, isThird]): Suspension => {
        const from = start.add({ days: after });
        const owner = isThird ? ({ kind: 'thirdParty', agencyId: 'grid' } as const) : ({ kind: 'applicant' } as const);
        return { from, resumed: from.add({ days: length }), reason: 'missing', evidence: 'letter', owner };
      }),
    { maxLength: 4 },
  );

const kinds: ExtensionKind[] = [
  { id: 'days', amount: 30, unit: 'workingDays', times: 9 },
  { id: 'plain', amount: 60, unit: 'calendarDays', times: 9 },
  { id: 'months', amount: 3, unit: 'months', times: 9 },
];
const anyExtension = fc.constantFrom(
  { kind: 'days', amount: 10 },
  { kind: 'plain', amount: 45 },
  { kind: 'months', amount: 2 },
);
const office = { from: '08:00', to: '17:00', fridayTo: '16:45', lunch: { from: '12:00', to: '12:45' } };

export type RandomCase = Readonly<{ calendar: (typeof calendars)[number]; rule: TermRule; facts: TermFacts }>;

/** A case with any term on any calendar, with suspensions and lawful extensions. */
export const anyCase: fc.Arbitrary<RandomCase> = fc
  .record({
    calendar: fc.constantFrom(...calendars),
    term: anyTerm,
    on: anyDate,
    minute: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    given: fc.array(anyExtension, { maxLength: 2 }),
    stillStands: fc.boolean(),
  })
  .chain((drawn) => suspensionsNear(drawn.on).map((suspensions) => assemble({ ...drawn, suspensions })));

function assemble(drawn: {
  calendar: (typeof calendars)[number];
  term: TermRule['term'];
  on: Temporal.PlainDate;
  minute: number;
  given: readonly { kind: string; amount: number }[];
  stillStands: boolean;
  suspensions: readonly Suspension[];
}): RandomCase {
  const { calendar, term, on, minute } = drawn;
  const rule: TermRule = { id: 'service', version: '2', term, extensions: kinds, office };
  const at = on.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 });
  const suspensions = drawn.suspensions.map((one, index) =>
    index === 0 && drawn.stillStands ? { ...one, resumed: null } : one,
  );
  let facts: TermFacts = { event: { kind: 'registration', on, at }, suspensions, asOf: on.add({ days: 40 }) };
  for (const wish of term.unit === 'workingHours' ? [] : drawn.given) {
    const decidedOn = deadlineOf(calendar, rule, facts).on;
    // An end rolled back over a long stretch of decree days stays where it was: nothing new that could be extended.
    if (facts.extensions?.some((earlier) => earlier.decidedOn.equals(decidedOn))) continue;
    const extension: Extension = { ...wish, decidedOn, reason: 'survey', evidence: 'order 7' };
    facts = { ...facts, extensions: [...(facts.extensions ?? []), extension] };
  }
  return { calendar, rule, facts };
}
