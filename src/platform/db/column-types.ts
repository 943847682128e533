import pg from 'pg';

const { builtins } = pg.types;

/** A count or position; beyond 2^53 a number would silently be another one. */
function safeInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the integer ${text} is too large`);
  return number;
}

const asTexts = (text: string): string[] => pg.types.getTypeParser(textArray as number, 'text')(text) as string[];

/** Types of arrays (pg_type.dat); `pg` names only single ones. */
const textArray = 1009;
const dateArray = 1182;
const bigintArray = 1016;
const numericArray = 1231;

const own = new Map<number, (text: string) => unknown>([
  // A legal date has no time zone: as `Date` it would move by a day west of Greenwich.
  [builtins.DATE, (text) => text],
  [builtins.INT8, safeInteger],
  [dateArray, asTexts],
  [bigintArray, (text) => asTexts(text).map(safeInteger)],
  [numericArray, asTexts],
]);

/** How columns are read: `date` stays an ISO string, `bigint` becomes a number (the same in arrays), everything else as `pg` does it. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : own.get(oid)) ??
    pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};
