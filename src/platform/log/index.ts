import pino, { type DestinationStream, type LogFn, type Logger } from 'pino';

export type Log = Logger;

/**
 * Names under which personal data or secrets could come into a line by mistake; their values are struck out at any depth
 * of two. Lines name people by id only.
 */
const struckOut = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'snils',
  'inn',
  'phone',
  'email',
  'lastName',
  'firstName',
  'patronymic',
  'address',
  'answers',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** The values of a failed query may be personal: of a database error only its kind and place are written. */
const errorFields = ['code', 'constraint', 'table', 'column', 'routine'] as const;

/** Errors about a value (SQLSTATE class 22) quote it after the colon. */
const withoutValue = (error: Error, text: string): string =>
  'code' in error && String(error.code).startsWith('22') ? text.replace(/: .*/, '') : text;

function loggedError(error: Error): Record<string, unknown> {
  const fields = error as Error & Record<string, unknown>;
  const known = errorFields.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]);
  const cause = error.cause instanceof Error ? { cause: loggedError(error.cause) } : {};
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  return {
    type: error.name,
    message: withoutValue(error, error.message),
    stack: frames,
    ...Object.fromEntries(known),
    ...cause,
  };
}

/** Without a message pino would take that of the error, value and all. */
function withoutImplicitMessage(this: Log, args: Parameters<LogFn>, write: LogFn): void {
  const [first, message, ...rest] = args as [unknown, string | undefined, ...unknown[]];
  const line = first instanceof Error ? { err: first } : first;
  write.apply(this, [line, message ?? (hasError(line) ? 'failed' : undefined), ...rest] as Parameters<LogFn>);
}

const hasError = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && ('err' in line || 'error' in line);

/** The program's log: one JSON object a line on standard output, times in ISO 8601 (UTC). */
export function createLog(level: string, destination: DestinationStream = pino.destination(1)): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError, error: loggedError },
      hooks: { logMethod: withoutImplicitMessage },
      redact: { paths: struckOut, censor: '—' },
    },
    destination,
  );
}

/** Log of one request: every line carries its id, which error pages show. */
export const requestLog = (log: Log, requestId: string): Log => log.child({ requestId });
