import { dayOfIso, isoOfDay, weekdayOf } from './civil.ts';
import type { CalendarDefinition, YearDefinition } from './definition.ts';

/** `23.02` and `30.03–03.04` of a year, Mondays to Fridays only. */
function days(year: number, text: string): string[] {
  return text.split(/,\s*/).flatMap((part) => {
    if (part === '') return [];
    const [from = '', until = from] = part.split('–');
    const [start, end] = [from, until].map((one) => dayOfIso(`${year}-${one.slice(3)}-${one.slice(0, 2)}`)) as [
      number,
      number,
    ];
    return Array.from({ length: end - start + 1 }, (_, index) => start + index)
      .filter((day) => weekdayOf(day) < 6)
      .map(isoOfDay);
  });
}

const weekendDays = (year: number, text: string): string[] =>
  text === '' ? [] : text.split(/,\s*/).map((one) => `${year}-${one.slice(3)}-${one.slice(0, 2)}`);

const federalYear = (year: number, off: string, more: { working?: string; decree?: string } = {}): YearDefinition => ({
  off: [...days(year, '01.01–08.01'), ...days(year, off)],
  working: weekendDays(year, more.working ?? ''),
  decree: days(year, more.decree ?? ''),
});

/** Federal production calendars as published; decree days of 2020 and 2021 apart. */
export const federal: CalendarDefinition = {
  id: 'federal',
  name: { ru: 'Российская Федерация', tt: 'Россия Федерациясе', en: 'Russian Federation' },
  version: '2026.1',
  rule: {
    off: ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
    holidays: ['02-23', '03-08', '05-01', '05-09', '06-12', '11-04'],
  },
  years: {
    2018: federalYear(2018, '23.02, 08.03, 09.03, 30.04, 01.05, 02.05, 09.05, 11.06, 12.06, 05.11, 31.12', {
      working: '28.04, 09.06, 29.12',
    }),
    2019: federalYear(2019, '08.03, 01.05, 02.05, 03.05, 09.05, 10.05, 12.06, 04.11'),
    2020: federalYear(2020, '24.02, 09.03, 01.05, 04.05, 05.05, 11.05, 12.06, 04.11', {
      decree: '30.03–03.04, 06.04–30.04, 06.05–08.05, 24.06, 01.07',
    }),
    2021: federalYear(2021, '22.02, 23.02, 08.03, 03.05, 10.05, 14.06, 04.11, 05.11, 31.12', {
      working: '20.02',
      decree: '04.05–07.05, 01.11–03.11',
    }),
    2022: federalYear(2022, '23.02, 07.03, 08.03, 02.05, 03.05, 09.05, 10.05, 13.06, 04.11', { working: '05.03' }),
    2023: federalYear(2023, '23.02, 24.02, 08.03, 01.05, 08.05, 09.05, 12.06, 06.11'),
    2024: federalYear(2024, '23.02, 08.03, 29.04, 30.04, 01.05, 09.05, 10.05, 12.06, 04.11, 30.12, 31.12', {
      working: '27.04, 02.11, 28.12',
    }),
    2025: federalYear(2025, '01.05, 02.05, 08.05, 09.05, 12.06, 13.06, 03.11, 04.11, 31.12', { working: '01.11' }),
    2026: federalYear(2026, '09.01, 23.02, 09.03, 01.05, 11.05, 12.06, 04.11, 31.12'),
  },
};

const republic = (year: number, off: string, onWeekend = ''): YearDefinition => ({
  off: days(year, off),
  onWeekend: weekendDays(year, onWeekend),
});

/** Tatarstan: Republic Day, Constitution Day and the two Muslim holidays; those on weekends stand apart. */
export const tatarstan: CalendarDefinition = {
  id: 'tatarstan',
  name: { ru: 'Республика Татарстан', tt: 'Татарстан Республикасы', en: 'Republic of Tatarstan' },
  version: '2026.1',
  extends: 'federal',
  rule: { holidays: ['08-30', '11-06'] },
  years: {
    2018: republic(2018, '15.06, 21.08, 30.08, 06.11'),
    2019: republic(2019, '04.06, 30.08, 06.11', '11.08'),
    2020: republic(2020, '31.07, 06.11', '24.05, 30.08'),
    2021: republic(2021, '13.05, 20.07, 30.08', '06.11'),
    2022: republic(2022, '02.05, 30.08', '09.07, 06.11'),
    2023: republic(2023, '21.04, 28.06, 30.08, 06.11'),
    2024: republic(2024, '10.04, 30.08, 06.11', '16.06'),
    2025: republic(2025, '06.06, 06.11', '30.03, 30.08'),
    2026: republic(2026, '20.03, 27.05, 06.11', '30.08'),
  },
};
