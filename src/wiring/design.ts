import { setImmediate } from 'node:timers/promises';
import { type CaseTable, type Catalogue, type Pack, type PackTests, readTests } from '#modules/catalogue/index.ts';
import { type CellReader, cellReader } from './pack-tests/readable-case.ts';
import { type TriedCase, tryTable } from './pack-tests/run-pack-tests.ts';

/** A table of cases and what came of them on the rules in force. */
export type TriedTable = Readonly<{ table: CaseTable; cases: readonly TriedCase[]; read: CellReader }>;

/** How many cases of a service or situation hold. */
export type CaseCount = Readonly<{ passed: number; failed: number }>;

/** What designers and lawyers look at beside the pack itself. */
export type Design = Readonly<{
  /** The tables about one service or situation, tried on the rules in force. */
  tryCases(kind: 'service' | 'situation', id: string): Promise<TriedTable[]>;
  /** All cases, by `service id` or `situation id`. */
  countCases(): Promise<ReadonlyMap<string, CaseCount>>;
}>;

/**
 * The pages of the designers. The cases are read from the folder once, when they are first asked for, and tried once
 * for each pack that comes into force; between two tables the program lets others have a turn.
 */
export function createDesign(catalogue: Catalogue, folder: string): Design {
  let tests: Promise<PackTests> | undefined;
  const tried = new WeakMap<Pack, Promise<TriedTable[]>>();
  const all = (): Promise<TriedTable[]> => {
    const pack = catalogue.current;
    const known = tried.get(pack);
    if (known !== undefined) return known;
    tests ??= readTests(folder);
    const trying = tests.then(({ tables }) => tryAll(pack, tables));
    tried.set(pack, trying);
    return trying;
  };
  return {
    async tryCases(kind, id) {
      return (await all()).filter(({ table: { subject } }) => subject.kind === kind && subject.id === id);
    },
    async countCases() {
      const bySubject = Map.groupBy(await all(), ({ table: { subject } }) => `${subject.kind} ${subject.id}`);
      return new Map([...bySubject].map(([subject, tables]) => [subject, countOf(tables)]));
    },
  };
}

async function tryAll(pack: Pack, tables: readonly CaseTable[]): Promise<TriedTable[]> {
  const tried: TriedTable[] = [];
  for (const table of tables) {
    const cases = tryTable(pack, table);
    if (cases !== undefined) tried.push({ table, cases, read: cellReader(pack, table) });
    await setImmediate();
  }
  return tried;
}

function countOf(tables: readonly TriedTable[]): CaseCount {
  const cases = tables.flatMap((table) => table.cases);
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  return { passed: cases.length - failed, failed };
}
