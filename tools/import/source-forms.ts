import type { Definitions } from './definitions.ts';
import { type Field, type Fields, fieldsOf } from './fields.ts';
import type { ReportBook, SchemaReport } from './report.ts';
import { isObject, type JsonObject, type SourceFile } from './source-folder.ts';
import { tidy } from './words.ts';

/** A refusal schema of a form. */
export type Refusal = Readonly<{ fields: Fields; report: SchemaReport }>;

/**
 * One form of a service: what the application asks and what the service asks after it, side by side. Fields know in
 * which of the two schemas they stood, so that the report tells of each.
 */
export class SourceForm {
  readonly name: string;
  readonly title: string | undefined;
  readonly fields: readonly Field[];
  readonly refusals: readonly Refusal[];
  /** Registers the form picks a record from. */
  readonly registryKeys: ReadonlySet<string>;
  private readonly reports: readonly SchemaReport[];
  private readonly owners = new Map<Field, readonly SchemaReport[]>();

  constructor(
    name: string,
    schemas: readonly Readonly<{ file: SourceFile; fields: Fields; report: SchemaReport }>[],
    refusals: readonly Refusal[],
  ) {
    this.name = name;
    this.refusals = refusals;
    this.reports = schemas.map(({ report }) => report);
    this.title = schemas.map(({ file }) => tidy(file.schema.title)).find((title) => title !== undefined);
    // The service asks again what the application asked, often more precisely: one datum, in the words of the later.
    const byPath = new Map<string, { field: Field; reports: readonly SchemaReport[] }>();
    for (const { fields, report } of schemas) {
      for (const field of fields.fields) {
        const key = `${field.path.join('.')} ${field.answer.type}`;
        const known = byPath.get(key);
        const required = field.required || known?.field.required === true;
        byPath.set(key, { field: { ...field, required }, reports: [...(known?.reports ?? []), report] });
      }
    }
    for (const { field, reports } of byPath.values()) this.owners.set(field, reports);
    this.fields = [...this.owners.keys()];
    this.registryKeys = new Set(schemas.flatMap(({ file }) => registryKeysOf(file.schema)));
  }

  took(field: Field, element: string): void {
    for (const report of this.owners.get(field) ?? []) report.taken.push(`${field.path.join('.')} → ${element}`);
  }

  guess(field: Field, text: string): void {
    for (const report of this.owners.get(field) ?? []) report.guessed.push(`${field.path.join('.')}: ${text}`);
  }

  /** Notes in every schema of the form where it went. */
  into(place: string): void {
    for (const report of [...this.reports, ...this.refusals.map((refusal) => refusal.report)]) report.into.push(place);
  }
}

function registryKeysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(registryKeysOf);
  if (!isObject(schema)) return [];
  const key = schema.registry_key;
  return [...(typeof key === 'string' ? [key] : []), ...Object.values(schema).flatMap(registryKeysOf)];
}

/** The fields of a schema, with what was guessed and lost put into its report. */
export function readFields(schema: JsonObject, definitions: Definitions, report: SchemaReport): Fields {
  const fields = fieldsOf(schema, definitions);
  for (const { kind, at, text } of fields.notes) {
    const line = at === '' ? text : `${at}: ${text}`;
    (kind === 'guessed' ? report.guessed : report.notTaken).push(line);
  }
  return fields;
}

/** Joins applications and services of the same name into forms, sorted by name. */
export function sourceForms(files: readonly SourceFile[], definitions: Definitions, book: ReportBook): SourceForm[] {
  const ofKind = (kind: SourceFile['kind']) =>
    new Map(
      files.filter((file) => file.kind === kind).map((file) => [file.name.toLowerCase().replaceAll('-', '_'), file]),
    );
  const [applications, services, refusals] = [ofKind('applications'), ofKind('services'), ofKind('service-refusals')];
  const names = [...new Set([...applications.keys(), ...services.keys()])].sort();
  return names.map((name) => {
    const schemas = [applications.get(name), services.get(name)].flatMap((file) => {
      if (!file) return [];
      const report = book.open(file.file, file.kind);
      return [{ file, fields: readFields(file.schema, definitions, report), report }];
    });
    const missing = applications.has(name) ? 'service' : 'application';
    if (schemas.length === 1)
      schemas[0]?.report.guessed.push(`no ${missing} schema of this name: the form is this one alone`);
    const refusal = refusals.get(name);
    const refused = refusal ? [readRefusal(refusal, definitions, book)] : [];
    return new SourceForm(name, schemas, refused);
  });
}

/** Reads a refusal schema, with its report opened. */
export function readRefusal(file: SourceFile, definitions: Definitions, book: ReportBook): Refusal {
  const report = book.open(file.file, file.kind);
  return { fields: readFields(file.schema, definitions, report), report };
}
