import {
  checkPack,
  nearest,
  type Pack,
  type PackError,
  type PackReport,
  type PackTests,
  readTests,
  search,
} from '#modules/catalogue/index.ts';
import { faultsOfLayers } from '#modules/territory/index.ts';
import { runPackTests } from './run-pack-tests.ts';

/**
 * What the check of a city says with the tests beside its pack. `pack` is there only if all of them hold. Of the
 * `queries` so many are `found`: the right answer stands among the first three.
 */
export type CityReport = PackReport & Readonly<{ cases: number; queries: number; found: number }>;

/** How many answers of a search a person looks at. */
const lookedAt = 3;

/**
 * Reads and checks a city's folder with its map layers and runs its tests (`tests/*.yaml`): a pack whose tests fail may
 * not go into force.
 * Throws only when the folder itself cannot be read.
 */
export async function checkCity(folder: string): Promise<CityReport> {
  const [report, tests] = await Promise.all([checkPack(folder), readTests(folder)]);
  const { pack } = report;
  const missed = pack === undefined ? [] : missedSearches(pack, tests);
  const failed = pack === undefined ? [] : runPackTests(pack, tests.tables);
  // Layers are read only beside a sound city.yaml, which says the languages of their texts.
  const layers = pack === undefined ? [] : await faultyLayers(folder, pack);
  const errors = [...report.errors, ...tests.errors, ...failed, ...missed, ...layers];
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

const faultyLayers = async (folder: string, { city }: Pack): Promise<PackError[]> =>
  (await faultsOfLayers(folder, city.languages)).map(({ file, message }) => ({
    severity: 'error',
    file,
    line: 1,
    column: 1,
    code: 'pack/bad-layer',
    message,
    hint: 'docs/city-pack.md says what layers/ holds',
  }));

/** What of the tests does not hold on a pack. */
export const failuresOf = (pack: Pack, tests: PackTests): PackError[] => [
  ...runPackTests(pack, tests.tables),
  ...missedSearches(pack, tests),
];

/** Queries that do not find what they must among the first answers. */
function missedSearches(pack: Pack, { search: table }: PackTests): PackError[] {
  if (table === undefined) return [];
  const known = new Set([...pack.services, ...pack.situations].map((one) => one.id));
  return table.queries.flatMap(({ language, query, id, line }) => {
    const found = search(pack, query, language, { limit: lookedAt }).map((hit) => hit.id);
    if (found.includes(id)) return [];
    const expected = known.has(id)
      ? `expected ${id} among the first ${lookedAt}; found ${found.join(', ') || 'nothing'}`
      : `there is no service or situation ${id}`;
    const message = `“${query}” (${language}): ${expected}`;
    const meant = nearest(id, [...known]) ?? 'another';
    const hint = known.has(id) ? `add the words to keywords of ${id}` : `did you mean ${meant}?`;
    return { severity: 'error', file: table.file, line, column: 1, code: 'pack/test-failed', message, hint };
  });
}
