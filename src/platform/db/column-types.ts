import pg from 'pg';

const { builtins } = pg.types;

/** A count or position; beyond 2^53 a number would silently be another one. */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the integer ${text} is too large`);
  return number;
}

const own = new Map<number, (text: string) => unknown>([
  // A legal date has no time zone: as `Date` it would move by a day west of Greenwich.
  [builtins.DATE, (text) => text],
  [builtins.INT8, safeInteger],
]);

/** How columns are read: `date` stays an ISO string, `bigint` becomes a number, everything else as `pg` does it. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : own.get(oid)) ??
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
