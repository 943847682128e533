import { type RawBuilder, sql } from 'kysely';
import type { Executor } from './index.ts';
import { kept } from './kept-statements.ts';

/** One of the things that a statement does at once. */
export type Clause = Readonly<{ name?: string; statement: RawBuilder<unknown>; isCalled: boolean }>;

/** Inserts, updates or deletes. A `name` lets another clause read what it returns. */
export const writes = (statement: RawBuilder<unknown>, name?: string): Clause => ({
  statement,
  isCalled: false,
  ...(name === undefined ? {} : { name }),
});

/** Calls functions for what they do: asks for jobs, tells news, refuses. */
export const calls = (statement: RawBuilder<unknown>): Clause => ({ statement, isCalled: true });

/**
 * Does all clauses in one statement, so in one round trip, which is a transaction where there is none yet: everything is
 * written or nothing. All see the database as it was before, and their order is not promised: none may rest on what
 * another writes, except on what a named one returns.
 */
export async function inOneStatement(db: Executor, clauses: readonly Clause[]): Promise<void> {
  const named = clauses.map((clause, index) => ({ ...clause, name: sql.ref(clause.name ?? `clause_${index}`) }));
  const parts = named.map(({ name, statement }) => sql`${name} as (${statement})`);
  // What only calls functions is done as far as its rows are asked for.
  const called = named.filter(({ isCalled }) => isCalled).map(({ name }) => sql`(select count(*) from ${name})`);
  await sql`${kept} with ${sql.join(parts)} select ${called.length === 0 ? sql`1` : sql.join(called)}`.execute(db);
}
