import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWorkingDays, createCalendar } from './calendar.ts';
import { delayOf, type HeldRequest } from './delay.ts';
import type { Owner } from './owner.ts';
import { type CaseTimes, ownershipOf, ownerTotals } from './ownership.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const republic = createCalendar([federal, tatarstan]);
const date = (iso: string) => Temporal.PlainDate.from(iso);
const at = (day: number, hour = 9) => Temporal.Instant.fromEpochMilliseconds(Date.UTC(2026, 10, day, hour));
const hours = (milliseconds: number | undefined) => (milliseconds ?? 0) / 3_600_000;
const gas: Owner = { kind: 'thirdParty', agencyId: 'gas' };

describe('whose time it is', () => {
  const times: CaseTimes = {
    openedAt: at(2),
    closedAt: at(20),
    holders: [
      { from: at(2), departmentId: 'uaig' },
      { from: at(5), departmentId: 'kvb' },
    ],
    requests: [
      { id: 'r1', sentAt: at(6), answeredAt: at(9), holder: { kind: 'city', departmentId: 'kzio' } },
      { id: 'r2', sentAt: at(8), answeredAt: at(12), holder: gas },
    ],
    suspensions: [{ from: at(11), until: at(14), owner: { kind: 'applicant' } }],
  };
  test('goes from hand to hand without a gap', () => {
    expect(
      ownershipOf(times, at(25)).map(({ from, until, owner, because }) => [
        from.toString().slice(8, 10),
        until.toString().slice(8, 10),
        owner.kind === 'city' ? owner.departmentId : owner.kind,
        because,
      ]),
    ).toEqual([
      ['02', '05', 'uaig', 'holdsCase'],
      ['05', '06', 'kvb', 'holdsCase'],
      ['06', '09', 'kzio', 'holdsRequest'],
      ['09', '11', 'thirdParty', 'holdsRequest'],
      ['11', '14', 'applicant', 'suspension'],
      ['14', '20', 'kvb', 'holdsCase'],
    ]);
  });
  test('is totalled by owner and department', () => {
    const { wall, byKind, byOwner } = ownerTotals(ownershipOf(times, at(25)));
    expect(hours(wall)).toBe(18 * 24);
    expect({
      city: hours(byKind.city),
      applicant: hours(byKind.applicant),
      thirdParty: hours(byKind.thirdParty),
    }).toEqual({
      city: 13 * 24,
      applicant: 3 * 24,
      thirdParty: 2 * 24,
    });
    expect(hours(byOwner.get('city:kvb'))).toBe(7 * 24);
    expect(hours(byOwner.get('thirdParty:gas'))).toBe(2 * 24);
  });
  test('two requests to the same department one after another stay two', () => {
    const kzio: Owner = { kind: 'city', departmentId: 'kzio' };
    const requests = [
      { id: 'r1', sentAt: at(6), answeredAt: at(8), holder: kzio },
      { id: 'r2', sentAt: at(8), answeredAt: at(9), holder: kzio },
    ];
    const owned = ownershipOf({ ...times, requests, suspensions: [] }, at(25));
    expect(owned.map(({ requestId }) => requestId)).toEqual([undefined, undefined, 'r1', 'r2', undefined]);
  });
  test('of an open case runs until now, with whoever has it', () => {
    const { closedAt: _, ...open } = times;
    const asked = { ...open, requests: [{ id: 'r3', sentAt: at(15), holder: gas }] };
    expect(ownershipOf(asked, at(30)).at(-1)).toMatchObject({ owner: gas, until: at(30), requestId: 'r3' });
  });
  test.each<[string, CaseTimes]>([
    ['calendar/no-holder', { ...times, holders: [] }],
    ['calendar/no-holder', { ...times, holders: [{ from: at(3), departmentId: 'uaig' }] }],
    ['calendar/no-holder', { ...times, closedAt: at(1) }],
    [
      'calendar/no-holder',
      {
        ...times,
        holders: [
          { from: at(9), departmentId: 'uaig' },
          { from: at(2), departmentId: 'kvb' },
        ],
      },
    ],
    ['calendar/resumed-before-suspended', { ...times, suspensions: [{ from: at(9), until: at(8), owner: gas }] }],
  ])('%s is refused', (code, wrong) => expect(() => ownershipOf(wrong, at(25))).toThrow(code));

  const moment = fc
    .integer({ min: 0, max: 2_000_000_000 })
    .map((ms) => Temporal.Instant.fromEpochMilliseconds(1_790_000_000_000 + ms));
  const interval = fc
    .tuple(moment, moment)
    .map((pair) => pair.toSorted(Temporal.Instant.compare) as [Temporal.Instant, Temporal.Instant]);
  const anyOwner = fc.constantFrom<Owner>(
    gas,
    { kind: 'applicant' },
    { kind: 'city', departmentId: 'ugr' },
    { kind: 'city', departmentId: 'uaig' },
  );
  const anyTimes: fc.Arbitrary<CaseTimes> = fc
    .record({
      life: interval,
      hands: fc.array(fc.tuple(moment, fc.constantFrom('ugr', 'uaig', 'kvb')), { maxLength: 4 }),
      requests: fc.array(fc.tuple(interval, anyOwner, fc.boolean()), { maxLength: 5 }),
      suspensions: fc.array(fc.tuple(interval, anyOwner, fc.boolean()), { maxLength: 4 }),
    })
    .map(({ life: [openedAt, closedAt], hands, requests, suspensions }) => ({
      openedAt,
      closedAt,
      holders: [
        { from: openedAt, departmentId: 'kvb' },
        ...hands
          .filter(([from]) => Temporal.Instant.compare(from, openedAt) > 0)
          .sort(([a], [b]) => Temporal.Instant.compare(a, b))
          .map(([from, departmentId]) => ({ from, departmentId })),
      ],
      requests: requests.map(([[sentAt, answeredAt], holder, isOpen], index) => ({
        id: `r${index}`,
        sentAt,
        holder,
        ...(!isOpen && { answeredAt }),
      })),
      suspensions: suspensions.map(([[from, until], owner, isOpen]) => ({ from, owner, ...(!isOpen && { until }) })),
    }));
  test('adds up to wall time for every case', () => {
    fc.assert(
      fc.property(anyTimes, (random) => {
        const owned = ownershipOf(random, at(1));
        const { wall, byKind, byOwner } = ownerTotals(owned);
        expect(wall).toBe((random.closedAt?.epochMilliseconds ?? 0) - random.openedAt.epochMilliseconds);
        expect(byKind.city + byKind.applicant + byKind.thirdParty).toBe(wall);
        expect([...byOwner.values()].reduce((sum, one) => sum + one, 0)).toBe(wall);
        for (const [index, { until }] of owned.entries()) {
          const next = owned[index + 1];
          if (next !== undefined) expect(next.from.equals(until)).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });
  test('at any moment is that of a standing suspension, else of an open request, else of the department', () => {
    fc.assert(
      fc.property(anyTimes, moment, (random, when) => {
        const found = ownershipOf(random, at(1)).find(
          ({ from, until }) => Temporal.Instant.compare(from, when) <= 0 && Temporal.Instant.compare(when, until) < 0,
        );
        if (found === undefined) return;
        const runs = (from: Temporal.Instant, until: Temporal.Instant | undefined) =>
          Temporal.Instant.compare(from, when) <= 0 &&
          (until === undefined || Temporal.Instant.compare(when, until) < 0);
        const stands = random.suspensions?.some(({ from, until }) => runs(from, until));
        const asked = random.requests?.some(({ sentAt, answeredAt }) => runs(sentAt, answeredAt));
        expect(found.because).toBe(stands ? 'suspension' : asked ? 'holdsRequest' : 'holdsCase');
      }),
      { numRuns: 1500 },
    );
  });
});

describe('whose delay it is', () => {
  const facts = { dueOn: date('2026-11-13'), endedOn: date('2026-11-20'), departmentId: 'kvb' };
  const request = (id: string, holder: Owner, dueOn: string, answeredOn?: string): HeldRequest => ({
    id,
    holder,
    dueOn: date(dueOn),
    ...(answeredOn && { answeredOn: date(answeredOn) }),
  });
  const kzio: Owner = { kind: 'city', departmentId: 'kzio' };
  test('the department is answerable for what no late request explains', () => {
    expect(delayOf(republic, facts, [])).toMatchObject({
      days: 5,
      bookings: [{ owner: { departmentId: 'kvb' }, days: 5 }],
    });
  });
  test('days on which a request was overdue are booked to the department that held it', () => {
    expect(delayOf(republic, facts, [request('r1', kzio, '2026-11-09', '2026-11-12')])).toEqual({
      days: 5,
      bookings: [
        { owner: kzio, requestId: 'r1', days: 3, on: ['2026-11-10', '2026-11-11', '2026-11-12'] },
        { owner: { kind: 'city', departmentId: 'kvb' }, days: 2, on: ['2026-11-19', '2026-11-20'] },
      ],
      requests: [{ id: 'r1', holder: kzio, days: 3 }],
    });
  });
  test('a day on which two requests were overdue is booked once', () => {
    const delay = delayOf(republic, facts, [
      request('r1', kzio, '2026-11-09', '2026-11-12'),
      request('r2', gas, '2026-11-10'),
    ]);
    expect(delay.bookings.map(({ requestId, days }) => [requestId, days])).toEqual([
      ['r1', 3],
      ['r2', 2],
    ]);
    expect(delay.requests.map(({ days }) => days)).toEqual([3, 8]);
  });
  test('the day on which a request is due is not yet a late one', () => {
    const delay = delayOf(republic, facts, [
      request('r2', gas, '2026-11-12', '2026-11-13'),
      request('r1', kzio, '2026-11-05', '2026-11-05'),
    ]);
    expect(delay.bookings[0]).toEqual({ owner: gas, requestId: 'r2', days: 1, on: ['2026-11-13'] });
  });
  test('of two overdue requests the one due first is late first, in whatever order they stand', () => {
    const delay = delayOf(republic, facts, [
      request('r2', gas, '2026-11-10'),
      request('r1', kzio, '2026-11-09', '2026-11-12'),
    ]);
    expect(delay.bookings.map(({ requestId, days }) => [requestId, days])).toEqual([
      ['r1', 3],
      ['r2', 2],
    ]);
  });
  test('a case that ended in time has no delay, though a request was late', () => {
    const inTime = { ...facts, endedOn: date('2026-11-13') };
    expect(delayOf(republic, inTime, [request('r1', kzio, '2026-11-09', '2026-11-12')])).toMatchObject({
      days: 0,
      bookings: [],
      requests: [{ days: 3 }],
    });
  });
  test('bookings add up to the lateness of every case', () => {
    const day = fc.integer({ min: 0, max: 80 }).map((days) => date('2026-09-01').add({ days }));
    const anyRequest = fc.tuple(day, fc.option(day, { nil: undefined }), fc.constantFrom(kzio, gas));
    fc.assert(
      fc.property(day, day, fc.array(anyRequest, { maxLength: 5 }), (dueOn, endedOn, drawn) => {
        const held = drawn.map(
          ([due, answeredOn, holder], index): HeldRequest => ({
            id: `r${index}`,
            holder,
            dueOn: due,
            ...(answeredOn && { answeredOn }),
          }),
        );
        const { days, bookings } = delayOf(republic, { dueOn, endedOn, departmentId: 'kvb' }, held);
        const late = Temporal.PlainDate.compare(endedOn, dueOn) > 0 ? countWorkingDays(republic, dueOn, endedOn) : 0;
        expect(days).toBe(late);
        expect(bookings.reduce((sum, booking) => sum + booking.days, 0)).toBe(late);
        for (const booking of bookings) expect(new Set(booking.on).size).toBe(booking.days);
      }),
      { numRuns: 1500 },
    );
  });
});
