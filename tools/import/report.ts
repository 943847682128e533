import type { SchemaKind } from './source-folder.ts';

/** What became of one schema. `partly`: something of it is lost; the lines say what. */
export type SchemaStatus = 'taken' | 'partly' | 'not-taken';

/** One schema in the report: what was taken, what was guessed and what could not be. */
export type SchemaReport = {
  readonly file: string;
  readonly kind: SchemaKind | 'definitions';
  status: SchemaStatus;
  /** Services, registers or grounds of the pack it became part of. */
  into: string[];
  taken: string[];
  guessed: string[];
  notTaken: string[];
};

/** Numbers of one kind of schema. */
export type KindCount = Readonly<{ total: number; taken: number; withGuesses: number; withLosses: number }>;

/** Everything the import did. */
export type ImportReport = Readonly<{
  source: string;
  pack: string;
  counts: Readonly<Record<string, KindCount>>;
  services: readonly Readonly<{ id: string; versions: number; forms: readonly string[] }>[];
  elements: Readonly<{ total: number; shared: number; asked: number; otherHints: number }>;
  /** Texts that stand in one language in the place of all three. */
  texts: Readonly<{ total: number; withoutTatar: number; withoutEnglish: number; withoutRussian: number }>;
  brokenReferences: readonly Readonly<{ reference: string; times: number; takenAs: string }>[];
  general: readonly string[];
  schemas: readonly SchemaReport[];
}>;

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];

/** Gathers what happens to each schema, so that nothing is dropped without a line. */
export class ReportBook {
  private readonly byFile = new Map<string, SchemaReport>();

  open(file: string, kind: SchemaReport['kind']): SchemaReport {
    const known = this.byFile.get(file);
    if (known) return known;
    const fresh: SchemaReport = { file, kind, status: 'not-taken', into: [], taken: [], guessed: [], notTaken: [] };
    this.byFile.set(file, fresh);
    return fresh;
  }

  /** The lines of every schema, with its status set from them. */
  close(): SchemaReport[] {
    return [...this.byFile.values()].map((one) => {
      const taken = one.into.length > 0;
      const status: SchemaStatus = !taken ? 'not-taken' : one.notTaken.length > 0 ? 'partly' : 'taken';
      const lines = { taken: unique(one.taken), guessed: unique(one.guessed), notTaken: unique(one.notTaken) };
      return { ...one, ...lines, into: unique(one.into), status };
    });
  }
}

/** Counts per kind of schema. */
export function countsOf(schemas: readonly SchemaReport[]): Record<string, KindCount> {
  const byKind = Map.groupBy(schemas, ({ kind }) => kind);
  return Object.fromEntries(
    [...byKind].map(([kind, each]) => [
      kind,
      {
        total: each.length,
        taken: each.filter(({ status }) => status !== 'not-taken').length,
        withGuesses: each.filter(({ guessed }) => guessed.length > 0).length,
        withLosses: each.filter(({ notTaken }) => notTaken.length > 0).length,
      },
    ]),
  );
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`  ${title}:`, ...lines.map((line) => `    ${line}`)];

/** The first lines a person reads: how much of what came in. */
export function summaryLines(report: ImportReport): string[] {
  const { elements, texts, services } = report;
  const versions = services.reduce((sum, service) => sum + service.versions, 0);
  return [
    ...Object.entries(report.counts).map(
      ([kind, { total, taken, withGuesses, withLosses }]) =>
        `${kind}: ${taken} of ${total} taken, ${withGuesses} with a guess, ${withLosses} with something left out`,
    ),
    `services of the pack: ${services.length}, in ${versions} versions`,
    `elements of the dictionary: ${elements.total}, asked ${elements.asked} times; ${elements.shared} by several forms`,
    `explanations that differ from the one kept: ${elements.otherHints}`,
    `texts in one language: ${texts.withoutTatar} without Tatar, ${texts.withoutEnglish} without English, ` +
      `${texts.withoutRussian} without Russian, of ${texts.total}; each is listed under unverified`,
    `references that lead nowhere: ${report.brokenReferences.length}`,
    ...(report.general.length === 0
      ? []
      : [`queries of the whole house, given to every service: ${report.general.join(', ')}`]),
  ];
}

/** The report as a text: the numbers, then every schema. */
export function reportText(report: ImportReport): string {
  const broken = report.brokenReferences.map(
    ({ reference, times, takenAs }) => `${reference}: ${times} times, taken as ${takenAs}`,
  );
  const schemas = report.schemas.flatMap(({ file, status, into, taken, guessed, notTaken }) => [
    `${file}: ${status}${into.length > 0 ? `, into ${into.join(', ')}` : ''}`,
    ...section('taken', taken),
    ...section('guessed', guessed),
    ...section('not taken', notTaken),
    '',
  ]);
  return [`Import of ${report.source}`, '', ...summaryLines(report), '', ...broken, '', ...schemas].join('\n');
}
