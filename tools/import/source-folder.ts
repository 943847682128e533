import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';

/** What a file of the published schemas describes, by the folder it lies in. */
export const schemaKinds = [
  'applications',
  'services',
  'queries',
  'query-results',
  'registries',
  'application-refusals',
  'service-refusals',
  'service-results',
] as const;
export type SchemaKind = (typeof schemaKinds)[number];

export type JsonObject = Readonly<Record<string, unknown>>;

/** One readable file. `file` is its path below the folder, with slashes; `name` its name without the ending. */
export type SourceFile = Readonly<{ file: string; name: string; kind: SchemaKind | 'definitions'; schema: JsonObject }>;

/** A file that could not be read, and what to do about it. */
export type UnreadableFile = Readonly<{ file: string; kind: SchemaKind | 'definitions'; why: string }>;

export type SourceFolder = Readonly<{ files: readonly SourceFile[]; unreadable: readonly UnreadableFile[] }>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The kind of a file: the nearest folder above it that has a known name; anything else may be named by a `$ref`. */
function kindOf(path: string): SchemaKind | 'definitions' {
  const folders = path.split('/').slice(0, -1).reverse();
  const names = folders.map((folder) => folder.toLowerCase().replaceAll('_', '-'));
  const named = names.find((name) => name === 'definitions' || schemaKinds.some((kind) => kind === name));
  return schemaKinds.find((kind) => kind === named) ?? 'definitions';
}

/** A copy in which a `$ref` inside the file (`#/definitions/x`) names the file, so that it can be followed from anywhere. */
function withFile(value: unknown, file: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withFile(item, file));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, below]) => [
      key,
      key === '$ref' && typeof below === 'string' && below.startsWith('#') ? `/${file}${below}` : withFile(below, file),
    ]),
  );
}

async function readOne(folder: string, file: string): Promise<SourceFile | UnreadableFile> {
  const kind = kindOf(file);
  try {
    // Editors of that time put a byte order mark at the beginning.
    const text = await readFile(join(folder, file), 'utf8');
    const schema = withFile(JSON.parse(text.replace(/^\uFEFF/, '')), file);
    if (isObject(schema)) return { file, name: basename(file, '.json'), kind, schema };
    return { file, kind, why: 'it is JSON but not an object: a schema is an object, correct the file' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { file, kind, why: `it is not readable as JSON (${why}): correct the file and import again` };
  }
}

/** Reads every JSON file below a folder, sorted by path. Throws only if the folder itself cannot be read. */
export async function readSourceFolder(folder: string): Promise<SourceFolder> {
  const entries = await readdir(folder, { recursive: true });
  const paths = entries.map((entry) => entry.split(sep).join('/')).filter((entry) => entry.endsWith('.json'));
  const read = await Promise.all(paths.sort().map((file) => readOne(folder, file)));
  return {
    files: read.filter((one): one is SourceFile => 'schema' in one),
    unreadable: read.filter((one): one is UnreadableFile => 'why' in one),
  };
}
