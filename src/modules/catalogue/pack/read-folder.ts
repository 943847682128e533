import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Language, languages } from '#kernel/language.ts';
import { type WrittenDraft, withBlocks } from './blocks.ts';
import { foreignFolders, type PackFileKind, packFileKinds } from './files.ts';
import type { PackDraft } from './pack-draft.ts';
import type { Findings, Origin, Placed } from './pack-error.ts';
import { readShape } from './shape.ts';
import { PackSource } from './source.ts';

const isYaml = (file: string): boolean => /\.ya?ml$/.test(file);

/** YAML files of the folder that are the catalogue's to read, sorted; paths with slashes. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .map((entry) => entry.split(sep).join('/'))
    .filter((file) => isYaml(file) && !foreignFolders.some((foreign) => file.startsWith(`${foreign}/`)))
    .sort();
}

const kindOf = (file: string): PackFileKind | undefined => packFileKinds.find(({ pattern }) => pattern.test(file));

/** Reports what YAML itself refuses and an empty file; true if there is nothing to read. */
export function faultsOf(source: PackSource, origin: Origin, findings: Findings): boolean {
  for (const { position, duplicateKey, message } of source.faults) {
    findings.found.push({
      severity: 'error',
      file: source.file,
      ...position,
      code: duplicateKey ? 'pack/duplicate-key' : 'pack/not-yaml',
      message: duplicateKey ? 'the same key stands twice in one object' : `not YAML: ${message.replace(/\s+/g, ' ')}`,
      hint: duplicateKey ? 'remove one of the two' : 'check indentation, quotes and brackets',
    });
  }
  if (source.faults.length === 0 && source.value == null) {
    findings.error(origin, [], { code: 'empty-file', message: 'the file is empty', hint: 'fill it or delete it' });
    return true;
  }
  return source.faults.length > 0;
}

function unknownFile(file: string): { code: string; message: string; hint: string } {
  const hint = /\.yml$/.test(file)
    ? 'the ending is .yaml'
    : `a pack has ${packFileKinds.map(({ place }) => place).join(', ')}; programs of your own read ${foreignFolders.join('/, ')}/`;
  return { code: 'unknown-file', message: `nothing reads a file of this name`, hint };
}

/** The id of an object that has a file of its own is the file's name, so that a reference leads to a file. */
function checkName(file: string, kind: PackFileKind, read: Placed<{ id?: string }>, findings: Findings): void {
  const named = kind.pattern.exec(file)?.groups?.id;
  const { id } = read.value;
  if (named === undefined || id === named) return;
  const finding = {
    code: 'name-mismatch',
    message: `the id ${id} does not match the path ${kind.place}`,
    hint: `write id: ${named}, or rename the path`,
  };
  findings.error(read.origin, ['id'], finding);
}

type Reading = Readonly<{ kind: PackFileKind; spoken: readonly Language[]; findings: Findings }>;

function place(file: string, text: string, { kind, spoken, findings }: Reading): Placed<unknown>[] {
  const source = new PackSource(file, text, spoken);
  const origin: Origin = { source, path: [] };
  if (faultsOf(source, origin, findings)) return [];
  const value = readShape(kind.schema, origin, findings);
  if (value === undefined) return [];
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ value: item, origin: { source, path: [index] } }));
  const read = { value, origin };
  checkName(file, kind, read as Placed<{ id?: string }>, findings);
  return [read];
}

/** Languages that city.yaml names; all where it names none, or where its own check will say what is wrong. */
function spokenIn(cityFile: string): readonly Language[] {
  const { value } = new PackSource('city.yaml', cityFile);
  return Language.array()
    .min(1)
    .catch([...languages])
    .parse((value as { languages?: unknown } | undefined)?.languages);
}

/**
 * Reads every file of a city's folder. Undefined, with findings, when a file is missing, unknown, not YAML, or not of
 * the shape its schema promises.
 */
export async function readFolder(folder: string, findings: Findings): Promise<PackDraft | undefined> {
  const parts: Record<string, Placed<unknown>[]> = {};
  for (const { part } of packFileKinds) parts[part] = [];
  const files = await listFiles(folder);
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const cityFile = texts[files.indexOf('city.yaml')];
  const spoken = spokenIn(cityFile ?? '');
  // Without city.yaml nobody knows which languages the texts need: then only this is said.
  for (const [index, file] of cityFile === undefined ? [] : files.entries()) {
    const kind = kindOf(file);
    if (kind) parts[kind.part]?.push(...place(file, texts[index] ?? '', { kind, spoken, findings }));
    else findings.error({ source: new PackSource(file, ''), path: [] }, [], unknownFile(file));
  }
  for (const { place: expected, pattern, required } of packFileKinds) {
    if (!required || files.some((file) => pattern.test(file) && kindOf(file)?.place === expected)) continue;
    const finding = {
      code: 'missing-file',
      message: 'the pack has no file of this kind',
      hint: 'docs/city-pack.md says what it holds',
    };
    findings.error({ source: new PackSource(expected, ''), path: [] }, [], finding);
  }
  if (findings.found.length > 0) return undefined;
  const [city] = parts.city ?? [];
  // The shapes were just proven by the schemas that `packFileKinds` names for each part.
  return withBlocks({ ...parts, city } as unknown as WrittenDraft, findings);
}
