import { describe, expect, test } from 'vitest';
import { createCalendar } from './calendar.ts';
import { addTerm, deadlineOf } from './deadline.ts';
import { derivationRows, renderDerivation } from './render-derivation.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const republic = createCalendar([federal, tatarstan]);
const date = (iso: string) => Temporal.PlainDate.from(iso);

describe('why this date, in one sentence', () => {
  const { derivation } = addTerm(
    republic,
    { amount: 7, unit: 'workingDays', from: 'registration', roll: 'next' },
    date('2026-10-30'),
  );
  test.each([
    [
      'ru',
      '12 ноября 2026 г.: 7 рабочих дней со дня, следующего за днём регистрации заявления (30 октября 2026 г.); выходные и праздники не считаются (6 дней); редакция 1, календарь «Республика Татарстан» (2026 год), версия 2026.1.',
    ],
    [
      'tt',
      '2026 елның 12 ноябре: гариза теркәлгән көннән (2026 елның 30 октябре) соң килүче көннән башлап 7 эш көне; ял һәм бәйрәм көннәре исәпләнми (6 көн); 1 нче редакция, «Татарстан Республикасы» календаре (2026 ел), 2026.1 версиясе.',
    ],
    [
      'en',
      '12 November 2026: 7 working days from the day after registration (30 October 2026); days off do not count (6 days); version 1, calendar “Republic of Tatarstan” (2026), version 2026.1.',
    ],
  ] as const)('%s', (language, sentence) => expect(renderDerivation(derivation, language)).toBe(sentence));

  const full = deadlineOf(
    republic,
    {
      id: 'permit',
      version: '3',
      name: { ru: 'Разрешение', tt: 'Рөхсәт', en: 'Permit' },
      term: { amount: 1, unit: 'months', from: 'acceptance', roll: 'next' },
      extensions: [{ id: 'survey', amount: 5, unit: 'workingDays', times: 1 }],
    },
    {
      event: { kind: 'acceptance', on: date('2026-11-18') },
      suspensions: [
        {
          from: date('2026-12-01'),
          resumed: null,
          reason: 'no survey',
          evidence: 'letter 5',
          owner: { kind: 'applicant' },
        },
      ],
      extensions: [{ kind: 'survey', amount: 5, decidedOn: date('2026-12-03'), reason: 'flood', evidence: 'order 2' }],
      asOf: date('2026-12-07'),
    },
  ).derivation;
  test('suspension, extension, provisional calendar are all told', () => {
    expect(renderDerivation(full, 'en')).toBe(
      '12 January 2027: 1 month from the day after acceptance (18 November 2026); days off do not count (13 days); the clock stood for 7 days and still stands (no survey, letter 5); the term was extended by 5 working days (decided on 3 December 2026, flood); Permit, version 3, calendar “Republic of Tatarstan” (2026–2027), version 2026.1; the date is provisional: the calendar is published until 31 December 2026.',
    );
    expect(renderDerivation(full, 'ru')).toContain(
      'срок был приостановлен на 7 дней и ещё приостановлен (no survey, letter 5); срок продлён на 5 рабочих дней',
    );
    expect(renderDerivation(full, 'tt')).toContain('вакыт 7 көнгә туктатылды һәм әле дә туктатылган');
  });
  test('an end that rolled says from where', () => {
    const rolled = addTerm(
      republic,
      { amount: 2, unit: 'calendarDays', from: 'filing', roll: 'next' },
      date('2026-11-20'),
    );
    expect(renderDerivation(rolled.derivation, 'ru')).toContain(
      'последний день (22 ноября 2026 г.) нерабочий, поэтому срок оканчивается в следующий рабочий день',
    );
    expect(renderDerivation(rolled.derivation, 'tt')).toContain('киләсе эш көнендә тәмамлана');
  });
  test('a calendar whose version nobody quotes is named by its name and years; only the table has the checksum', () => {
    const { version: _, ...unquoted } = tatarstan;
    const term = { amount: 7, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
    const told = addTerm(createCalendar([federal, unquoted]), term, date('2026-10-30')).derivation;
    expect(renderDerivation(told, 'ru')).toMatch(/редакция 1, календарь «Республика Татарстан» \(2026 год\)\.$/);
    expect(renderDerivation(told, 'ru')).not.toContain(told.calendar.digest.slice(0, 12));
    expect(derivationRows(told, 'ru').at(-1)?.what).toContain(told.calendar.digest.slice(0, 12));
  });
  test('a term in hours names the hour', () => {
    const at = Temporal.PlainDateTime.from('2026-11-24T16:30');
    const answer = deadlineOf(
      republic,
      {
        id: 'answer',
        version: '1',
        term: { amount: 2, unit: 'workingHours', from: 'request', roll: 'next' },
        office: { from: '08:00', to: '17:00' },
      },
      { event: { kind: 'request', on: at.toPlainDate(), at } },
    );
    expect(renderDerivation(answer.derivation, 'ru')).toContain(
      '25 ноября 2026 г., 09:30: 2 часа рабочего времени с момента направления запроса (24 ноября 2026 г., 16:30)',
    );
    expect(derivationRows(answer.derivation, 'en')).toEqual([
      { period: '24 November 2026', days: 1, what: 'Working days: counted' },
      { period: '25 November 2026', days: 1, what: 'Working days: counted' },
      {
        period: '2026',
        what: `Calendar “Republic of Tatarstan”, checksum ${answer.derivation.calendar.digest.slice(0, 12)}`,
      },
    ]);
  });
  test('the table names every stretch from the event to the end', () => {
    expect(derivationRows(derivation, 'en').slice(0, 4)).toEqual([
      { period: '30 October 2026', days: 1, what: 'Day of registration: does not count' },
      { period: '31 October 2026 – 1 November 2026', days: 2, what: 'Weekend: not counted' },
      { period: '2 November 2026 – 3 November 2026', days: 2, what: 'Working days: counted' },
      { period: '4 November 2026', days: 1, what: 'Public holidays and moved days off: not counted' },
    ]);
    expect(derivationRows(full, 'tt').at(2)?.what).toBe('Вакыт туктатылган: исәпләнми (no survey)');
  });
});
