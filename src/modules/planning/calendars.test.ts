import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '#modules/catalogue/index.ts';
import { calendarFor, calendarNamed } from './calendars.ts';
import { buildHouse, housePack } from './house-pack.fixture.ts';
import { plan } from './plan.ts';

const name = { ru: 'Иной', tt: 'Башка', en: 'Other' };
const [plain] = housePack.calendars;
const other = (id: string, off: string[]) => ({
  id,
  name,
  years: { 2026: { off, working: [], short: [], decree: [], onWeekend: [] } },
  unverified: [],
});

/** The land office rests on 10 November, a village on the 11th, a permit counts the plainest weeks. */
const town: Pack = {
  ...housePack,
  calendars: [...(plain ? [plain] : []), other('land-days', ['2026-11-10']), other('village-days', ['2026-11-11'])],
  city: {
    ...housePack.city,
    calendars: {
      departments: { land: 'land-days' },
      districts: { village: 'village-days' },
      services: { permit: 'plain' },
    },
  },
};
const startsOn = Temporal.PlainDate.from('2026-11-02');
const triage = { land: 'none', storm: 'yes', drawn: 'no' };
const planned = (district: string, more = {}) =>
  new Map(
    plan(town, { situation: buildHouse, triage, place: { district }, startsOn, ...more }).items.map((item) => [
      item.key,
      item,
    ]),
  );

describe('a town with several calendars', () => {
  test('counts a service on its own calendar, else its department, else its district, else the town', () => {
    const idOf = (where: Parameters<typeof calendarFor>[1]) => calendarFor(town, where).id;
    expect(idOf({ serviceId: 'permit', departmentId: 'land', placeId: 'village' })).toBe('plain');
    expect(idOf({ serviceId: 'plot-lease', departmentId: 'land', placeId: 'village' })).toBe('land-days');
    expect(idOf({ departmentId: 'architecture', placeId: 'village' })).toBe('village-days');
    expect(idOf({ departmentId: 'architecture', placeId: 'old-town' })).toBe('plain');
  });

  test('has them in one plan, each item naming its own', () => {
    const items = planned('village');
    expect([...items.values()].map(({ key, calendarId }) => [key, calendarId])).toEqual([
      ['plot-lease', 'land-days'],
      ['urban-plan', 'village-days'],
      ['design', 'village-days'],
      ['storm-conditions', 'village-days'],
      ['permit', 'plain'],
      ['registration', 'village-days'],
    ]);
    // 20 working days from 2 November: the land office rests on the 10th, but not on the 4th as the town does.
    expect(items.get('plot-lease')?.ends).toBe('2026-12-01');
    expect(planned('village', { triage: { ...triage, land: 'own' } }).get('urban-plan')?.ends).toBe('2026-11-23');
    expect(planned('old-town', { triage: { ...triage, land: 'own' } }).get('urban-plan')?.ends).toBe('2026-11-23');
  });

  test('knows a date by the calendar it names, and by its own where that was given up', () => {
    expect(calendarNamed(town, 'land-days').id).toBe('land-days');
    expect(calendarNamed(town, 'of-long-ago').id).toBe('plain');
    expect(calendarNamed(town, undefined).id).toBe('plain');
    expect(() => calendarFor({ ...town, city: { ...town.city, calendar: 'mars' } }, {})).toThrow(
      'calendar/unknown-calendar',
    );
  });

  test('starts every office of a plan on its own next working day when the filing comes after hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 24 * 60 - 1 }), (days, minutes) => {
        const filedAt = startsOn.add({ days }).toPlainDateTime().add({ minutes });
        const on = filedAt.toPlainDate();
        const items = planned('village', { startsOn: on, filedAt });
        const inHours = minutes >= 8 * 60 && minutes <= 17 * 60;
        const rests = on.dayOfWeek > 5 || on.toString() === '2026-11-10';
        const starts = items.get('plot-lease')?.starts ?? '';
        if (inHours && !rests) expect(starts).toBe(on.toString());
        else expect(starts > on.toString()).toBe(true);
      }),
    );
  });
});
