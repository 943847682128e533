import { describe, expect, test } from 'vitest';
import { folded, icalendar } from './icalendar.ts';

const at = Temporal.Instant.from('2026-03-02T07:00:00.5Z');

describe('a calendar as text', () => {
  test('ends every line with CRLF and folds what is longer than 75 octets, never inside a letter', () => {
    const summary = 'Ордер на проведение земляных работ на улице Баумана и соседних с ней переулках города';
    const text = icalendar({ name: 'Бердәм', at }, [{ kind: 'task', uid: 'a@b', on: '2026-03-17', summary }]);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`);
    expect(text).toContain('DTSTAMP:20260302T070000Z');
    expect(text).toContain('DUE;VALUE=DATE:20260317');
  });

  test('keeps short lines as they are, and characters of four octets whole', () => {
    expect(folded('SUMMARY:short')).toBe('SUMMARY:short');
    expect(folded('🏗'.repeat(40)).replaceAll('\r\n ', '')).toBe('🏗'.repeat(40));
  });

  test('escapes what separates values; an all-day event ends on the day after it', () => {
    const entry = { kind: 'event', uid: 'a', on: '2026-02-28', summary: 'a,b;c\\d\ne' } as const;
    const text = icalendar({ name: 'x', at }, [entry]);
    expect(text).toContain('SUMMARY:a\\,b\\;c\\\\d\\ne\r\n');
    expect(text).toContain('DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n');
  });
});
