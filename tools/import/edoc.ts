import { Definitions } from './definitions.ts';
import { Dictionary, type ElementUse } from './dictionary.ts';
import { readFormName } from './form-name.ts';
import { everyDecision, Grounds, type PackGround } from './grounds.ts';
import { type PackRegister, registerFor, registerOf } from './registers.ts';
import { ReportBook, type SchemaReport } from './report.ts';
import { type PackRequest, placeOf, type QueryForm, type QueryKind, queryKinds, requestOf } from './requests.ts';
import { departmentOf, type PackService, type Settings, serviceId, versionsOfService } from './services.ts';
import type { SourceFile, SourceFolder } from './source-folder.ts';
import { readFields, readRefusal, type SourceForm, sourceForms } from './source-forms.ts';
import { freeId, tidy } from './words.ts';

/** What the schemas become, not yet written, and what the report needs. */
export type Imported = Readonly<{
  services: readonly Readonly<{ id: string; versions: readonly PackService[]; forms: readonly string[] }>[];
  elements: readonly ElementUse[];
  registers: readonly PackRegister[];
  intakeGrounds: readonly PackGround[] | undefined;
  schemas: readonly SchemaReport[];
  brokenReferences: readonly Readonly<{ reference: string; times: number; takenAs: string }>[];
  general: readonly string[];
  /** Files that cannot be taken before somebody corrects them. */
  wrong: ReadonlySet<string>;
}>;

/** The second of two files that say they are the same schema is not read. */
function withoutDoubles(files: readonly SourceFile[], book: ReportBook): SourceFile[] {
  const first = new Map<string, SourceFile>();
  return files.filter((file) => {
    if (file.kind === 'definitions') return true;
    const key = `${file.kind}/${file.name.toLowerCase().replaceAll('-', '_')}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, file);
    else
      book
        .open(file.file, file.kind)
        .notTaken.push(`the same name as ${known.file}: rename one of the two and import again`);
    return known === undefined;
  });
}

class EdocImport {
  private readonly book = new ReportBook();
  private readonly dictionary = new Dictionary();
  private readonly files: readonly SourceFile[];
  private readonly definitions: Definitions;
  private readonly settings: Settings;
  private readonly general: string[] = [];
  private readonly wrong: ReadonlySet<string>;

  constructor({ files, unreadable }: SourceFolder, settings: Settings) {
    this.settings = settings;
    this.files = withoutDoubles(files, this.book);
    this.definitions = new Definitions(files);
    const doubles = files.filter((file) => !this.files.includes(file));
    this.wrong = new Set([...doubles, ...unreadable].map(({ file }) => file));
    for (const { file, kind, why } of unreadable) this.book.open(file, kind).notTaken.push(why);
  }

  private ofKind(kind: SourceFile['kind']): SourceFile[] {
    return this.files.filter((file) => file.kind === kind);
  }

  run(): Imported {
    const forms = sourceForms(this.files, this.definitions, this.book);
    const byBase = Map.groupBy(forms, ({ name }) => readFormName(name).base);
    const requests = this.requests([...byBase.keys()]);
    const ids = new Set<string>();
    const services = [...byBase].map(([base, each]) => {
      const register = this.registerOf(base, each);
      const parts = { base, forms: each, requests: requests.get(base) ?? [], register };
      const versions = versionsOfService(parts, this.dictionary, this.settings);
      const id = freeId(serviceId(base), ids);
      return { id, versions: versions.map((version) => ({ ...version, id })), forms: each.map(({ name }) => name) };
    });
    const intakeGrounds = this.intakeGrounds();
    const registers = this.registers();
    this.results(services, registers);
    return {
      services,
      elements: this.dictionary.all(),
      registers,
      intakeGrounds,
      schemas: this.book.close(),
      brokenReferences: [...this.definitions.missing].map(([reference, found]) => ({ reference, ...found })),
      general: this.general,
      wrong: this.wrong,
    };
  }

  private registerOf(base: string, forms: readonly SourceForm[]): string | undefined {
    const keys = new Set(forms.flatMap(({ registryKeys }) => [...registryKeys]));
    const found = registerFor(
      base,
      keys,
      this.ofKind('registries').map(({ name }) => name),
    );
    if (!found) return undefined;
    const file = this.ofKind('registries').find(({ name }) => name === found.name);
    const why = found.how === 'named' ? 'whose forms pick a record of it' : 'whose name begins with its name';
    if (file) this.book.open(file.file, file.kind).guessed.push(`result of ${serviceId(base)}, ${why}`);
    return serviceIdOfRegister(found.name);
  }

  private registers(): PackRegister[] {
    return this.ofKind('registries').map((file) => {
      const report = this.book.open(file.file, file.kind);
      const { fields } = readFields(file.schema, this.definitions, report);
      return registerOf({ name: file.name, title: tidy(file.schema.title), fields }, this.dictionary, report);
    });
  }

  private queryForms(): QueryForm[] {
    return this.files.flatMap(({ kind, file, name, schema }) => {
      if (kind !== 'queries' && kind !== 'query-results') return [];
      return [{ kind, file, name, fields: readFields(schema, this.definitions, this.book.open(file, kind)) }];
    });
  }

  private requests(bases: readonly string[]): Map<string, PackRequest[]> {
    const requests = new Map<string, PackRequest[]>();
    for (const query of queryKinds(this.queryForms())) {
      const { services, how } = placeOf(query, bases);
      for (const base of services) {
        const known = requests.get(base) ?? [];
        const request = requestOf(query, base, departmentOf(base, this.settings));
        const id = freeId(request.id, new Set(known.map((each) => each.id)));
        requests.set(base, [...known, { ...request, id }]);
      }
      this.reportQuery(query, { services, how });
    }
    return requests;
  }

  private reportQuery(query: QueryKind, { services, how }: { services: readonly string[]; how: string }): void {
    if (how === 'every') this.general.push(query.base);
    for (const file of query.files) {
      const report = this.book.open(file, file.includes('result') ? 'query-results' : 'queries');
      const labels = report.kind === 'queries' ? query.asked : query.answered;
      if (how === 'unknown') {
        report.notTaken.push('its name is only a number: add it by hand to the requests of the services that need it');
        continue;
      }
      report.into.push(...services.map((base) => `services/${serviceId(base)}, requests`));
      report.taken.push(labels.size > 0 ? `question: ${[...labels].join('; ')}` : 'a request with a text and files');
      report.guessed.push('whom it goes to and the term of the answer are not in the schema');
      if (how === 'words')
        report.guessed.push(`given to the services whose names share most of its words: ${services.length}`);
      if (how === 'every') report.guessed.push('its name says of no service: every service has it');
    }
  }

  private intakeGrounds(): PackGround[] | undefined {
    const grounds = new Grounds('c');
    for (const file of this.ofKind('application-refusals')) {
      const { fields, report } = readRefusal(file, this.definitions, this.book);
      report.into.push('grounds/intake');
      grounds.take(fields, this.dictionary, report);
    }
    return grounds.isEmpty ? undefined : grounds.all();
  }

  /** A result is a document; fields of it go into the register of the service, if that has them. */
  private results(services: Imported['services'], registers: readonly PackRegister[]): void {
    const written = new Map(services.map(({ id, versions }) => [id, versions.at(-1)]));
    for (const file of this.ofKind('service-results')) {
      const report = this.book.open(file.file, file.kind);
      const { fields } = readFields(file.schema, this.definitions, report);
      const id = serviceId(readFormName(file.name).base);
      const service = written.get(id);
      if (!service) report.notTaken.push('no form of this name: the result belongs to no service');
      else report.into.push(`services/${id}, result`);
      const { register } = (service?.result ?? {}) as { register?: string };
      const labels = registers
        .find((each) => each.id === register)
        ?.fields.map((field) => JSON.stringify(field.label ?? ''));
      for (const { path, label } of fields) {
        const at = path.join('.');
        if (everyDecision.test(path[0] ?? '')) report.taken.push(`${at}: text and files stand in every decision`);
        else if (labels?.some((known) => known.includes(JSON.stringify(label).slice(1, -1))))
          report.taken.push(`${at} → registers/${register}`);
        else report.notTaken.push(`${at} (${label}): a decision has a text and files, no further fields`);
      }
    }
  }
}

const serviceIdOfRegister = (name: string): string => serviceId(name.replace(/_\d+$/, ''));

/** Turns the published schemas of a folder into the parts of a city pack. Pure: reads and writes no file. */
export const importEdoc = (folder: SourceFolder, settings: Settings): Imported =>
  new EdocImport(folder, settings).run();
