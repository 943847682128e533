import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '#kernel/language.ts';
import { Findings, type Origin, type PackError } from './pack-error.ts';
import { faultsOf } from './read-folder.ts';
import { readShape } from './shape.ts';
import { PackSource } from './source.ts';
import { SearchTests, type TestTable, TestTables } from './tests.ts';

/** One line of a table: what is given and what must follow, by column, without empty cells. */
export type PackCase = Readonly<{
  name: string;
  /** 1-based, in the file of the table. */
  line: number;
  given: Readonly<Record<string, string>>;
  expected: Readonly<Record<string, string>>;
}>;

/** A table of cases as the runner reads it. */
export type CaseTable = Readonly<{
  file: string;
  line: number;
  title: string;
  subject: Readonly<{ kind: 'situation' | 'service'; id: string }>;
  usual: Readonly<Record<string, string>>;
  cases: readonly PackCase[];
}>;

/** Everyday words and what they must find. */
export type SearchQuery = Readonly<{ language: Language; query: string; id: string; line: number }>;

/** The tests beside a pack, and what in them cannot be read. */
export type PackTests = Readonly<{
  tables: readonly CaseTable[];
  search: Readonly<{ file: string; queries: readonly SearchQuery[] }> | undefined;
  errors: readonly PackError[];
}>;

const searchFile = 'tests/search.yaml';

/** Reads `tests/*.yaml` of a city's folder; a city without tests has none. */
export async function readTests(folder: string): Promise<PackTests> {
  const names = await readdir(join(folder, 'tests')).catch(() => []);
  const files = names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `tests/${name}`)
    .sort();
  const findings = new Findings();
  const tables: CaseTable[] = [];
  let search: PackTests['search'];
  for (const file of files) {
    const source = new PackSource(file, await readFile(join(folder, file), 'utf8'));
    const origin: Origin = { source, path: [] };
    if (faultsOf(source, origin, findings)) continue;
    const read = readShape(file === searchFile ? SearchTests : TestTables, origin, findings);
    if (read === undefined) continue;
    if (file === searchFile) search = { file, queries: queriesOf(read as SearchTests, source) };
    else
      for (const [index, table] of (read as TestTable[]).entries())
        tables.push(tableOf(table, source, index, findings));
  }
  return { tables, search, errors: findings.found };
}

const queriesOf = (tests: SearchTests, source: PackSource): SearchQuery[] =>
  languages.flatMap((language) =>
    Object.entries(tests[language]).flatMap(([id, queries]) =>
      queries.map((query, index) => ({ language, query, id, line: source.positionOf([language, id, index]).line })),
    ),
  );

/** Cells of a line between its outer bars. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** A line of dashes under the names, as Markdown draws it, or nothing. */
const isDrawing = (line: string): boolean => /^[\s|:-]*$/.test(line);

type Line = Readonly<{ text: string; line: number }>;
/** Names of the columns, and the number of the empty one between what is given and what must follow. */
type Header = Readonly<{ names: readonly string[]; divider: number }>;
type Faulty = (line: number, message: string, hint: string) => void;

function tableOf(table: TestTable, source: PackSource, index: number, findings: Findings): CaseTable {
  const { file } = source;
  const { line } = source.positionOf([index, 'table']);
  // The table is a block text: its first line stands under the key.
  const lines = table.table.split('\n').map((text, offset) => ({ text, line: line + 1 + offset }));
  const [first = { text: '', line }, ...rows] = lines.filter(({ text }) => !isDrawing(text));
  const faulty: Faulty = (at, message, hint) =>
    findings.found.push({ severity: 'error', file, line: at, column: 1, code: 'pack/test-table', message, hint });
  const header = headerOf(first, faulty);
  const { title, usual, situation, service } = table;
  return {
    file,
    line: source.positionOf([index]).line,
    title,
    subject: situation === undefined ? { kind: 'service', id: service ?? '' } : { kind: 'situation', id: situation },
    usual,
    cases: header === undefined ? [] : rows.flatMap((row) => caseOf(row, header, faulty)),
  };
}

function headerOf({ text, line }: Line, faulty: Faulty): Header | undefined {
  const names = cellsOf(text);
  const divider = names.indexOf('');
  const doubled = names.find((name, position) => names.indexOf(name) !== position);
  if (names[0] !== 'case' || divider < 1 || divider === names.length - 1 || doubled === '') {
    faulty(line, 'the first line does not name the columns', 'write | case | what is given … || what must follow … |');
    return undefined;
  }
  if (doubled !== undefined) faulty(line, `two columns are named ${doubled}`, 'a column stands once');
  return { names, divider };
}

function caseOf({ text, line }: Line, { names, divider }: Header, faulty: Faulty): PackCase[] {
  const cells = cellsOf(text);
  const [name] = cells;
  if (!name || cells.length !== names.length || cells[divider] !== '') {
    const message = `the line has ${cells.length} cells, its table ${names.length} columns`;
    faulty(line, message, 'give each case a name, a cell for each column, and the double bar');
    return [];
  }
  const written = names.map((column, position) => [column, cells[position] ?? ''] as const);
  const part = (from: number, to?: number) =>
    Object.fromEntries(written.slice(from, to).filter(([, cell]) => cell !== ''));
  return [{ name, line, given: part(1, divider), expected: part(divider + 1) }];
}
