import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { checkPack } from '#modules/catalogue/index.ts';
import { type Given, type Output, UsageError } from '../berdem/command.ts';
import { type Imported, importEdoc } from './edoc.ts';
import { baseLike, newBase, type PackBase } from './pack-base.ts';
import { countsOf, type ImportReport, reportText, summaryLines } from './report.ts';
import type { Settings } from './services.ts';
import { readSourceFolder, type SourceFolder, schemaKinds } from './source-folder.ts';
import { packId } from './words.ts';
import { textCounts, writePack } from './write-pack.ts';

type Values = Given['values'];

const text = (values: Values, key: string): string | undefined => {
  const value = values[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
};

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() === true;

async function sourceOf(positionals: readonly string[]): Promise<{ dir: string; folder: SourceFolder }> {
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0) throw new UsageError('name one folder of schemas after edoc');
  const dir = given.replace(/\/+$/, '') || given;
  if (!(await isFolder(dir)))
    throw new UsageError(`${dir} is not a folder: name the folder that holds applications/ and services/`);
  const folder = await readSourceFolder(dir);
  if (folder.files.length + folder.unreadable.length === 0)
    throw new UsageError(`${dir} holds no .json file: nothing to import`);
  const forms = [...folder.files, ...folder.unreadable].filter(
    ({ kind }) => kind === 'applications' || kind === 'services',
  );
  if (forms.length === 0) {
    const known = schemaKinds.map((kind) => `${kind}/`).join(', ');
    throw new UsageError(
      `${dir} holds no application or service schema: they are looked for in folders named ${known}`,
    );
  }
  return { dir, folder };
}

async function emptyFolder(values: Values): Promise<string> {
  const out = text(values, 'out')?.replace(/\/+$/, '');
  if (!out) throw new UsageError('say where the pack goes: --out DIR');
  const found = await readdir(out).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined));
  if (found === undefined) throw new UsageError(`${out} is not a folder: name a new folder in --out`);
  if (found.length > 0) {
    throw new UsageError(
      `${out} is not empty: name a new folder in --out, or remove what is in it; nothing is overwritten`,
    );
  }
  return out;
}

function isoDay(day: string, option: string): string {
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch {
    throw new UsageError(`${option} ${day} is not a day: write it as 2026-01-31`);
  }
}

/** Reads what is named before anything is written, so that a wrong name leaves no half a pack. */
async function readNames(values: Values): Promise<Record<string, string>> {
  const file = text(values, 'names');
  if (file === undefined) return {};
  const source = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read: --names is a YAML file of lines like excavation-order: Ордер`);
  });
  const names: unknown = parse(source);
  if (typeof names !== 'object' || names === null || Object.values(names).some((name) => typeof name !== 'string'))
    throw new UsageError(
      `${file} is not a list of names: write one line a service, for example excavation-order: Ордер`,
    );
  return names as Record<string, string>;
}

function timeZoneOf(values: Values): string {
  const zone = text(values, 'time-zone') ?? 'Europe/Moscow';
  if (!Intl.supportedValuesOf('timeZone').includes(zone))
    throw new UsageError(
      `--time-zone ${zone} is not known: write a zone of the IANA database, for example Europe/Moscow`,
    );
  return zone;
}

function departmentOf(values: Values): string {
  const department = text(values, 'department') ?? 'administration';
  if (packId(department, 'department') !== department)
    throw new UsageError(`--department ${department} is no id: lower-case Latin words joined by hyphens`);
  return department;
}

async function baseOf(values: Values, out: string): Promise<PackBase> {
  const like = text(values, 'like')?.replace(/\/+$/, '');
  const name = text(values, 'name');
  if (like !== undefined) return baseLike(like, out);
  return newBase(out, {
    name: name ?? '',
    timeZone: timeZoneOf(values),
    effective: isoDay(text(values, 'effective') ?? '2026-01-01', '--effective'),
    department: departmentOf(values),
  });
}

async function checkLike(values: Values): Promise<void> {
  const like = text(values, 'like');
  if (like === undefined && text(values, 'name') === undefined)
    throw new UsageError('say which city it is: --like DIR copies it from a pack, --name TEXT begins a new one');
  if (like === undefined) return;
  if (!(await isFolder(like)))
    throw new UsageError(`${like} is not a folder: --like names a pack, for example cities/kazan`);
  const { errors } = await checkPack(like);
  if (errors.length > 0) throw new UsageError(`the pack ${like} has errors: run berdem check ${like} first`);
}

function settingsOf(values: Values, base: PackBase, names: Record<string, string>): Settings {
  const department = text(values, 'department') ?? base.departments[0] ?? 'administration';
  if (!base.departments.includes(department))
    throw new UsageError(`the pack has no department ${department}: it has ${base.departments.join(', ')}`);
  const effective = isoDay(text(values, 'effective') ?? base.effective, '--effective');
  return { effective, termDays: termOf(values), departments: base.departments, department, names };
}

function termOf(values: Values): number {
  const days = Number(text(values, 'term') ?? '30');
  if (!Number.isInteger(days) || days < 1) throw new UsageError('--term is a number of days, for example 30');
  return days;
}

function reportOf(source: string, pack: string, imported: Imported): ImportReport {
  const { elements, services } = imported;
  return {
    source,
    pack,
    counts: countsOf(imported.schemas),
    services: services.map(({ id, versions, forms }) => ({ id, versions: versions.length, forms })),
    elements: {
      total: elements.length,
      shared: elements.filter(({ forms }) => forms > 1).length,
      asked: elements.reduce((sum, { forms }) => sum + forms, 0),
      otherHints: elements.reduce((sum, { otherHints }) => sum + otherHints, 0),
    },
    texts: textCounts(imported),
    brokenReferences: imported.brokenReferences,
    general: imported.general,
    schemas: imported.schemas,
  };
}

async function writeReport(values: Values, report: ImportReport): Promise<string[]> {
  const file = text(values, 'report');
  if (file === undefined) return [];
  const beside = file.replace(/(\.json)?$/, '.txt');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(beside, reportText(report));
  return [file, beside];
}

/** `berdem import edoc`: 0 if all forms are taken and the pack loads, 1 if not. */
export async function importSchemas({ values, positionals }: Given, output: Output): Promise<number> {
  const { dir, folder } = await sourceOf(positionals);
  const out = await emptyFolder(values);
  const names = await readNames(values);
  await checkLike(values);
  const base = await baseOf(values, out);
  const settings = settingsOf(values, base, names);
  const imported = importEdoc(folder, settings);
  await base.write();
  await writePack(out, imported);
  const report = reportOf(dir, out, imported);
  const files = await writeReport(values, report);
  const { errors, warnings } = await checkPack(out);
  const { schemas, ...numbers } = report;
  const failed = schemas.filter(
    ({ kind, status, file }) =>
      imported.wrong.has(file) || (status === 'not-taken' && (kind === 'applications' || kind === 'services')),
  );
  if (values.json)
    output.print(JSON.stringify({ ...numbers, errors: errors.length, warnings: warnings.length }, null, 2));
  else for (const line of [...summaryLines(report), ...files.map((file) => `report: ${file}`)]) output.print(line);
  for (const { file, notTaken } of failed) output.complain(`${dir}/${file}: not taken: ${notTaken.join('; ')}`);
  for (const { file, line, message, hint } of errors)
    output.complain(`${out}/${file}:${line}: ${message}${hint ? ` (${hint})` : ''}`);
  if (!values.json)
    output.print(errors.length === 0 ? `${out}: loads; next: berdem check ${out}` : `${out}: does not load`);
  return failed.length + errors.length === 0 ? 0 : 1;
}
