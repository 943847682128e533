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
import { type Outcome, outcomeOf, UnreadableCase } from './given.ts';

/** Tries every case of the tables on a pack: pure. Each claim that does not hold is one error at its line. */
export function runPackTests(pack: Pack, tables: readonly CaseTable[]): PackError[] {
  return tables.flatMap((table) => {
    const situation = situationOf(pack, table);
    if (situation !== undefined) return table.cases.flatMap((one) => runCase(pack, situation, { table, one }));
    const { kind, id } = table.subject;
    const all = kind === 'service' ? pack.services : pack.situations;
    const meant = nearest(
      id,
      all.map((known) => known.id),
    );
    return [error(table, table.line, `there is no ${kind} ${id}`, meant === undefined ? '' : `did you mean ${meant}?`)];
  });
}

const situationOf = (pack: Pack, { subject: { kind, id } }: CaseTable): Situation | undefined =>
  kind === 'service' ? situationOfService(pack, id) : indexPack(pack).situations.get(id);

const error = ({ file }: CaseTable, line: number, message: string, hint = ''): PackError => ({
  severity: 'error',
  file,
  line,
  column: 1,
  code: 'pack/test-failed',
  message,
  hint,
});

type Tried = Readonly<{ table: CaseTable; one: PackCase }>;

function runCase(pack: Pack, situation: Situation, { table, one }: Tried): PackError[] {
  const told = (column: string, message: string, hint = '') =>
    error(table, one.line, `“${one.name}”: ${column}: ${message}`, hint);
  let outcome: Outcome;
  try {
    outcome = outcomeOf(pack, situation, { usual: table.usual, cells: one.given });
  } catch (cause) {
    return [told(cause instanceof UnreadableCase ? cause.column : 'given', wordsOf(cause))];
  }
  return Object.entries(one.expected).flatMap(([column, cell]) => {
    const [name = '', of = ''] = column.split(' of ');
    const claim = claims[name];
    if (claim === undefined) {
      const known = Object.keys(claims);
      const meant = nearest(name, known);
      return told(
        column,
        'nothing can be expected under that name',
        meant ? `did you mean ${meant}?` : known.join(', '),
      );
    }
    try {
      const found = claim(outcome, cell, of);
      return found === undefined ? [] : told(column, `expected ${cell}; ${found}`);
    } catch (cause) {
      return told(column, `expected ${cell}; ${wordsOf(cause)}`);
    }
  });
}

/** What cannot be tried is a mistake of the table or a refusal of the rules; anything else is ours. */
function wordsOf(cause: unknown): string {
  if (cause instanceof UnreadableCase || cause instanceof Problem) return cause.message;
  throw cause;
}
