import {
  checkPack,
  type Pack,
  type PackError,
  type PackReport,
  type PackTests,
  readTests,
  search,
} from '#modules/catalogue/index.ts';
import { runPackTests } from './run-pack-tests.ts';

/**
 * What the check of a city says with the tests beside its pack. `pack` is there only if all of them hold. Of the
 * `queries` so many are `found`: the right answer stands among the first three.
 */
export type CityReport = PackReport & Readonly<{ cases: number; queries: number; found: number }>;

/** How many answers of a search a person looks at. */
const lookedAt = 3;

/**
 * Reads and checks a city's folder and runs its tests (`tests/*.yaml`): a pack whose tests fail may not go into force.
 * Throws only when the folder itself cannot be read.
 */
export async function checkCity(folder: string): Promise<CityReport> {
  const [report, tests] = await Promise.all([checkPack(folder), readTests(folder)]);
  const { pack } = report;
  const missed = pack === undefined ? [] : missedSearches(pack, tests);
  const failed = pack === undefined ? [] : runPackTests(pack, tests.tables);
  const errors = [...report.errors, ...tests.errors, ...failed, ...missed];
  const queries = tests.search?.queries.length ?? 0;
  return {
    ...report,
    errors,
    pack: errors.length === 0 ? pack : undefined,
    cases: tests.tables.reduce((sum, { cases }) => sum + cases.length, 0),
    queries,
    found: pack === undefined ? 0 : queries - missed.length,
  };
}

/** What of the tests does not hold on a pack. */
export const failuresOf = (pack: Pack, tests: PackTests): PackError[] => [
  ...runPackTests(pack, tests.tables),
  ...missedSearches(pack, tests),
];

/** Queries that do not find what they must among the first answers. */
function missedSearches(pack: Pack, { search: table }: PackTests): PackError[] {
  if (table === undefined) return [];
  return table.queries.flatMap(({ language, query, id, line }) => {
    const found = search(pack, query, language, { limit: lookedAt }).map((hit) => hit.id);
    if (found.includes(id)) return [];
    const message = `“${query}” (${language}): expected ${id} among the first ${lookedAt}; found ${found.join(', ') || 'nothing'}`;
    return {
      severity: 'error',
      file: table.file,
      line,
      column: 1,
      code: 'pack/test-failed',
      message,
      hint: 'add keywords',
    };
  });
}
