import { Problem } from '#kernel/problem.ts';
import {
  type CaseTable,
  indexPack,
  nearest,
  type Pack,
  type PackCase,
  type PackError,
  type Situation,
} from '#modules/catalogue/index.ts';
import { situationOfService } from '#modules/planning/index.ts';
import { claims } from './claims.ts';
import { type Fault, faultInWords } from './fault.ts';
import { type Outcome, outcomeOf, UnreadableCase } from './given.ts';

/** What of a case does not hold: in which column, what was expected there (nothing where it could not be tried). */
export type Failure = Readonly<{
  column: string;
  expected: string | undefined;
  faults: readonly Fault[];
  hint: string;
}>;

/** A case and all that does not hold in it. */
export type TriedCase = Readonly<{ one: PackCase; failures: readonly Failure[] }>;

/** Tries every case of the tables on a pack: pure. Each claim that does not hold is one error at its line. */
export function runPackTests(pack: Pack, tables: readonly CaseTable[]): PackError[] {
  return tables.flatMap((table) => {
    const tried = tryTable(pack, table);
    if (tried === undefined) return unknownSubject(pack, table);
    return tried.flatMap(({ one, failures }) => failures.map((failure) => errorOf(table, one, failure)));
  });
}

/** Tries the cases of a table: pure. Undefined if the pack has no such service or situation. */
export function tryTable(pack: Pack, table: CaseTable): TriedCase[] | undefined {
  const situation = situationOf(pack, table);
  return situation && table.cases.map((one) => ({ one, failures: tryCase(pack, situation, { table, one }) }));
}

const situationOf = (pack: Pack, { subject: { kind, id } }: CaseTable): Situation | undefined =>
  kind === 'service' ? situationOfService(pack, id) : indexPack(pack).situations.get(id);

function unknownSubject(pack: Pack, table: CaseTable): PackError {
  const { kind, id } = table.subject;
  const all = kind === 'service' ? pack.services : pack.situations;
  const meant = nearest(
    id,
    all.map((known) => known.id),
  );
  return error(table, table.line, `there is no ${kind} ${id}`, meant === undefined ? '' : `did you mean ${meant}?`);
}

function errorOf(table: CaseTable, { name, line }: PackCase, { column, expected, faults, hint }: Failure): PackError {
  const found = faults.map(faultInWords).join('; ');
  const told = expected === undefined ? found : `expected ${expected}; ${found}`;
  return error(table, line, `“${name}”: ${column}: ${told}`, hint);
}

const error = ({ file }: CaseTable, line: number, message: string, hint = ''): PackError => ({
  severity: 'error',
  file,
  line,
  column: 1,
  code: 'pack/test-failed',
  message,
  hint,
});

type Trying = Readonly<{ table: CaseTable; one: PackCase }>;

function tryCase(pack: Pack, situation: Situation, { table, one }: Trying): Failure[] {
  let outcome: Outcome;
  try {
    outcome = outcomeOf(pack, situation, { usual: table.usual, cells: one.given });
  } catch (cause) {
    const column = cause instanceof UnreadableCase ? cause.column : 'given';
    return [{ column, expected: undefined, faults: [unreadable(cause)], hint: '' }];
  }
  return Object.entries(one.expected).flatMap(([column, cell]) => claimed(outcome, column, cell) ?? []);
}

function claimed(outcome: Outcome, column: string, cell: string): Failure | undefined {
  const [name = '', of = ''] = column.split(' of ');
  const claim = claims[name];
  if (claim === undefined) {
    const known = Object.keys(claims);
    const meant = nearest(name, known);
    const message = 'nothing can be expected under that name';
    const hint = meant ? `did you mean ${meant}?` : known.join(', ');
    return { column, expected: undefined, faults: [{ kind: 'unreadable', message }], hint };
  }
  const faults = faultsOf(() => claim(outcome, cell, of));
  return faults.length === 0 ? undefined : { column, expected: cell, faults, hint: '' };
}

function faultsOf(claim: () => readonly Fault[]): readonly Fault[] {
  try {
    return claim();
  } catch (cause) {
    return [unreadable(cause)];
  }
}

/** What cannot be tried is a mistake of the table or a refusal of the rules; anything else is ours. */
function unreadable(cause: unknown): Fault {
  if (cause instanceof UnreadableCase || cause instanceof Problem) {
    return { kind: 'unreadable', message: cause.message };
  }
  throw cause;
}
