import { describe, expect, it } from 'vitest';
import { formatDate, formatDateAs, formatInstant, formatMoney, formatPeriod } from './format.ts';

describe('dates and money as people of each language write them', () => {
  it('a Tatar date puts the year first and the month in the possessive', () => {
    expect(formatDate('2026-11-24', 'tt')).toBe('2026 елның 24 ноябре');
    expect(formatDate('2026-03-08', 'tt', 'day')).toBe('8 март');
  });
  it('a Tatar date inside a sentence has the ending that its place asks for, other languages say it beside the date', () => {
    const tt = { language: 'tt' } as const;
    expect(formatDateAs('until', '2026-12-15', tt)).toBe('2026 елның 15 декабренә');
    expect(formatDateAs('until', '2026-05-09', { ...tt, style: 'day' })).toBe('9 маена');
    expect(formatDateAs('since', '2026-03-08', tt)).toBe('2026 елның 8 мартыннан');
    expect(formatDateAs('on', '2026-01-12', tt)).toBe('2026 елның 12 гыйнварында');
    expect(formatDateAs('until', '2026-12-15', { language: 'ru' })).toBe('15 декабря 2026');
  });
  it('a Russian date has the month in the genitive and no "г."', () => {
    expect(formatDate('2026-11-24', 'ru')).toBe('24 ноября 2026');
    expect(formatDate('2026-11-24', 'ru', 'day')).toBe('24 ноября');
  });
  it('an English date is day, month, year', () => {
    expect(formatDate('2026-11-24', 'en')).toBe('24 November 2026');
  });
  it('a period names a month and a year once, and both years where they differ', () => {
    expect(formatPeriod('2027-05-14', '2027-05-21', 'ru')).toBe('14–21 мая 2027');
    expect(formatPeriod('2026-11-25', '2026-12-15', 'ru')).toBe('25 ноября — 15 декабря 2026');
    expect(formatPeriod('2026-12-15', '2027-01-14', 'ru')).toBe('15 декабря 2026 — 14 января 2027');
    expect(formatPeriod('2027-05-14', '2027-05-21', 'tt')).toBe('2027 елның 14–21 мае');
    expect(formatPeriod('2026-11-25', '2026-12-15', 'tt')).toBe('2026 елның 25 ноябре — 15 декабре');
    expect(formatPeriod('2026-12-15', '2027-01-14', 'en')).toBe('15 December 2026 – 14 January 2027');
    expect(formatPeriod('2026-12-15', '2026-12-15', 'en')).toBe('15 December 2026');
  });
  it('an instant is told in the time of the city', () => {
    expect(formatInstant('2026-11-24T21:05:00Z', 'ru', 'Europe/Moscow')).toBe('25 ноября 2026, 00:05');
  });
  it('money is in roubles and shows kopecks only when there are some', () => {
    expect(formatMoney(200000, 'RUB', 'ru').replaceAll('\u00a0', ' ')).toBe('2 000 ₽');
    expect(formatMoney(200050, 'RUB', 'tt').replaceAll('\u00a0', ' ')).toBe('2 000,50 ₽');
  });
});
