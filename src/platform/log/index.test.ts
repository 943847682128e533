import { describe, expect, test } from 'vitest';
import { createLog, requestLog } from './index.ts';

function written(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  test('a line of a request carries its id', () => {
    const [line] = written((log) => requestLog(log, 'r-1').info({ status: 200 }, 'answered'));
    expect(line).toMatchObject({ level: 'info', requestId: 'r-1', status: 200, msg: 'answered' });
  });

  test('what could be personal is struck out, wherever it stands', () => {
    const [line] = written((log) =>
      log.info({ snils: 'snils-112-233', person: { phone: '+7', id: 'p' }, body: { applicant: { email: 'e' } } }),
    );
    expect(line).toMatchObject({ snils: '—', person: { phone: '—', id: 'p' }, body: { applicant: { email: '—' } } });
  });

  test('an error of the database tells its kind, not the values of the row', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (snils)=(snils-112-233) already exists.',
      parameters: ['snils-112-233'],
    });
    const [line] = written((log) => log.error({ err: error }));
    expect(line).toMatchObject({ err: { code: '23505', message: 'duplicate key' } });
    expect(JSON.stringify(line)).not.toContain('snils-112-233');
    const value = Object.assign(new Error('invalid input syntax for type uuid: "snils-112-233"'), { code: '22P02' });
    expect(JSON.stringify(written((log) => log.error({ err: value })))).not.toContain('snils-112-233');
  });
});
