import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWorkingDays, createCalendar } from './calendar.ts';
import { addTerm, deadlineOf } from './deadline.ts';
import { anyCase, anyDate, anyTerm, calendars, definitions, suspensionsNear } from './random-cases.fixture.ts';
import { sealDerivation } from './seal.ts';
import { verifyDerivation } from './verifier.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const republic = createCalendar(definitions);
const date = (iso: string) => Temporal.PlainDate.from(iso);
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('terms', () => {
  test('a longer term never ends earlier, and a later event never gives an earlier end', () => {
    fc.assert(
      fc.property(anyTerm, anyDate, fc.constantFrom(...calendars), (term, on, calendar) => {
        if (term.unit === 'workingHours') return;
        const end = addTerm(calendar, term, on).on;
        expect(
          Temporal.PlainDate.compare(addTerm(calendar, { ...term, amount: term.amount + 1 }, on).on, end),
        ).not.toBe(-1);
        expect(Temporal.PlainDate.compare(addTerm(calendar, term, on.add({ days: 1 })).on, end)).not.toBe(-1);
      }),
      { numRuns: 2000 },
    );
  });
  test('a term of n working days has n working days in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), anyDate, fc.constantFrom(...calendars), (amount, on, calendar) => {
        const { on: end, derivation } = addTerm(
          calendar,
          { amount, unit: 'workingDays', from: 'filing', roll: 'next' },
          on,
        );
        expect(countWorkingDays(calendar, on, end)).toBe(amount);
        const counted = derivation.stretches.filter(({ fate }) => fate === 'counted');
        expect(counted.reduce((sum, { days }) => sum + days, 0)).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });
  test('a suspension more never brings the end nearer', () => {
    const withMore = anyCase.chain((one) => suspensionsNear(one.facts.event.on).map((more) => ({ one, more })));
    fc.assert(
      fc.property(withMore, ({ one: { calendar, rule, facts }, more }) => {
        const { extensions: _, ...plain } = facts;
        const suspended = { ...plain, suspensions: [...(plain.suspensions ?? []), ...more] };
        const before = deadlineOf(calendar, rule, plain);
        const after = deadlineOf(calendar, rule, suspended);
        expect(Temporal.PlainDate.compare(after.on, before.on)).not.toBe(-1);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the derivation', () => {
  test('names every day between the event and the last day once', () => {
    fc.assert(
      fc.property(anyCase, ({ calendar, rule, facts }) => {
        const { derivation } = deadlineOf(calendar, rule, facts);
        let next = facts.event.on.add({ days: rule.term.unit === 'workingHours' ? 0 : 1 });
        for (const { from, to, days } of derivation.stretches) {
          expect(from).toBe(next.toString());
          next = date(to).add({ days: 1 });
          expect(date(from).until(next, { largestUnit: 'days' }).days).toBe(days);
        }
        expect(next.subtract({ days: 1 }).toString()).toBe(derivation.lastDay);
      }),
      { numRuns: 1000 },
    );
  });
  test('is recomputed by a program that shares nothing with the engine, to the same parts', () => {
    fc.assert(
      fc.property(anyCase, ({ calendar, rule, facts }) => {
        const document = written(sealDerivation(deadlineOf(calendar, rule, facts).derivation));
        expect(verifyDerivation(document, { calendars: definitions, rules: [rule] })).toEqual([]);
      }),
      { numRuns: 4000 },
    );
  });
});

test('a day off that another calendar calls a shorter day is read alike by engine and verifier', () => {
  const ofRussia = { ...federal, years: { ...federal.years, 2026: { short: ['2026-11-05', '2026-11-06'] } } };
  const calendars = [ofRussia, tatarstan];
  const term = { amount: 3, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
  const { derivation } = addTerm(createCalendar(calendars), term, date('2026-11-03'));
  expect(verifyDerivation(written(sealDerivation(derivation)), { calendars })).toEqual([]);
});

/** Every text, number and flag of a document with the path to it. */
function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}
function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined)
    return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;
  if (Array.isArray(value)) return value.map((inner, index) => (String(index) === key ? changed(inner, rest) : inner));
  return { ...(value as object), [key]: changed((value as Record<string, unknown>)[key], rest) };
}

describe('the verifier finds', () => {
  const kinds = [{ id: 'survey', amount: 10, unit: 'workingDays', times: 1 }] as const;
  const term = { amount: 10, unit: 'calendarDays', from: 'registration', roll: 'next' } as const;
  const rule = { id: 'permit', version: '3', term, extensions: kinds };
  const { derivation } = deadlineOf(republic, rule, {
    event: { kind: 'registration', on: date('2026-11-02') },
    suspensions: [
      {
        from: date('2026-11-09'),
        resumed: date('2026-11-11'),
        reason: 'missing',
        evidence: 'letter 1',
        owner: { kind: 'applicant' },
      },
      {
        from: date('2026-11-13'),
        resumed: null,
        reason: 'survey',
        evidence: 'letter 2',
        owner: { kind: 'thirdParty', agencyId: 'grid' },
      },
    ],
    extensions: [{ kind: 'survey', amount: 5, decidedOn: date('2026-11-12'), reason: 'survey', evidence: 'order 1' }],
    asOf: date('2026-11-16'),
  });
  const sealed = written(sealDerivation(derivation));
  const trusted = { calendars: definitions, rules: [rule] };
  const resealed = (document: unknown) => {
    const { seal: _, ...claim } = document as ReturnType<typeof sealDerivation>;
    return written(sealDerivation(claim));
  };

  test('nothing in a sound derivation', () => expect(verifyDerivation(sealed, trusted)).toEqual([]));

  test.each(leaves(sealed).map((path) => [path.join('.'), path] as const))('a change of %s', (_, path) => {
    expect(verifyDerivation(changed(sealed, path), trusted)).not.toEqual([]);
  });

  // Words that bear on no date are protected by the seal alone.
  const bears = (path: string) =>
    !/reason|evidence|owner|extensions\.\d+\.(kind|decidedOn)/.test(path) && path !== 'seal';
  test.each(
    leaves(sealed)
      .map((path) => [path.join('.'), path] as const)
      .filter(([name]) => bears(name)),
  )('a change of %s even under a new seal', (_, path) =>
    expect(verifyDerivation(resealed(changed(sealed, path)), trusted)).not.toEqual([]),
  );

  test('a missing seal, a missing part, and what is no derivation at all', () => {
    expect(verifyDerivation(written(derivation), trusted).map(({ where }) => where)).toEqual(['seal']);
    for (const document of [null, 7, 'text', {}, [], { ...(sealed as object), stretches: undefined }]) {
      expect(verifyDerivation(document, trusted)).not.toEqual([]);
    }
  });
  test('a calendar other than the one the date was counted on', () => {
    const later = { ...tatarstan, years: { ...tatarstan.years, 2026: { off: ['2026-11-06', derivation.due] } } };
    const where = verifyDerivation(sealed, { calendars: [federal, later] }).map((finding) => finding.where);
    expect(where).toContain('calendar');
    expect(where).toContain('due');
  });
});
