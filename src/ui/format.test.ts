import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatMoney } from './format.ts';

describe('dates and money as people of each language write them', () => {
  it('a Tatar date puts the year first and the month in the possessive', () => {
    expect(formatDate('2026-11-24', 'tt')).toBe('2026 елның 24 ноябре');
    expect(formatDate('2026-03-08', 'tt', 'day')).toBe('8 март');
  });
  it('a Russian date has the month in the genitive and no "г."', () => {
    expect(formatDate('2026-11-24', 'ru')).toBe('24 ноября 2026');
    expect(formatDate('2026-11-24', 'ru', 'day')).toBe('24 ноября');
  });
  it('an English date is day, month, year', () => {
    expect(formatDate('2026-11-24', 'en')).toBe('24 November 2026');
  });
  it('an instant is told in the time of the city', () => {
    expect(formatInstant('2026-11-24T21:05:00Z', 'ru', 'Europe/Moscow')).toBe('25 ноября 2026, 00:05');
  });
  it('money is in roubles and shows kopecks only when there are some', () => {
    expect(formatMoney(200000, 'RUB', 'ru').replaceAll('\u00a0', ' ')).toBe('2 000 ₽');
    expect(formatMoney(200050, 'RUB', 'tt').replaceAll('\u00a0', ' ')).toBe('2 000,50 ₽');
  });
});
