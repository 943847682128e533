import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { countWorkingDays, createCalendar, kindOfDate } from './calendar.ts';
import type { CalendarDefinition } from './definition.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const folder = `${import.meta.dirname}/../../../cities/kazan/calendar`;
const read = (id: string): CalendarDefinition => parse(readFileSync(`${folder}/${id}.yaml`, 'utf8'));
const ofKazan = [read('federal'), read('tatarstan')];
const date = (iso: string) => Temporal.PlainDate.from(iso);

describe("the calendars in Kazan's folder", () => {
  test.each([
    ['federal', [247, 247, 219, 240, 247, 247, 248, 247, 247]],
    ['tatarstan', [243, 244, 217, 237, 246, 244, 245, 245, 244]],
  ] as const)('%s has the working days that were published for 2018 to 2026', (id, counts) => {
    const calendar = createCalendar(ofKazan, { id });
    const inYear = (year: number) => countWorkingDays(calendar, date(`${year}-01-01`), date(`${year}-12-31`)); // 1 January is never a working day
    expect(counts.map((_, index) => inYear(2018 + index))).toEqual(counts);
  });
  test('say the same of every day as the published tables', () => {
    for (const id of ['federal', 'tatarstan']) {
      const kazan = createCalendar(ofKazan, { id });
      const tables = createCalendar([federal, tatarstan], { id });
      for (let on = date('2018-01-01'); on.year < 2030; on = on.add({ days: 1 })) {
        expect([id, on.toString(), kindOfDate(kazan, on)]).toEqual([id, on.toString(), kindOfDate(tables, on)]);
      }
    }
  });
});
