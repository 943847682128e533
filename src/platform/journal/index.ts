import { Problem } from '#kernel/problem.ts';
import { type Clause, type Executor, isUniqueViolation, type Tx } from '#platform/db/index.ts';
import { eventsAndStates, insertEventsAndStates, listEvents, updateStates } from './journal-store.ts';

/** Anything that happened: a type in the past tense and what is needed to rebuild the state. */
export type JournalEvent = Readonly<{ type: string }>;

/**
 * One kind of thing whose whole life stands in the journal.
 * `evolve` is pure and total: the state is a function of the events and nothing else.
 */
export type Stream<S extends { id: string }, E extends JournalEvent> = Readonly<{
  /** Name of the stream in the journal, for example `case`. */
  name: string;
  /** Table that holds the newest state: `schema.table` with the columns `id`, `version`, `state` and those of `row`. */
  table: string;
  /** Columns that queries need beside the state. */
  row(state: S): Readonly<Record<string, unknown>>;
  evolve(state: S | undefined, event: E): S;
}>;

/** A state with the version it was read at; the version is the number of its events. */
export type Versioned<S> = Readonly<{ state: S; version: number }>;

/** What `append` writes for one stream: the events and the state they lead to. */
export type Change = Readonly<{
  stream: string;
  table: string;
  id: string;
  /** Version the events were decided on; 0 for something new. */
  from: number;
  events: readonly JournalEvent[];
  state: unknown;
  row: Readonly<Record<string, unknown>>;
}>;

/** When and by whom: the same for all events of one `append`. */
export type Stamp = Readonly<{ at: Temporal.Instant; by: string }>;

/** Applies `events` to what was read (or to nothing) and returns the change to append. */
export function change<S extends { id: string }, E extends JournalEvent>(
  stream: Stream<S, E>,
  before: Versioned<S> | undefined,
  events: readonly E[],
): Change & { state: S } {
  const state = events.reduce<S | undefined>((current, event) => stream.evolve(current, event), before?.state);
  if (state === undefined) throw new Error(`a change of ${stream.name} without events`);
  const { name, table } = stream;
  return { stream: name, table, id: state.id, from: before?.version ?? 0, events, state, row: stream.row(state) };
}

/**
 * The only writer of states and journal. Writes all changes in few statements inside the caller's transaction.
 * Throws `journal/changed-meanwhile` if somebody else changed one of the states since it was read; `inTransaction` then
 * runs the work again, so that it is decided on what is true now.
 */
export async function append(tx: Tx, stamp: Stamp, changes: readonly Change[]): Promise<void> {
  const written = changes.filter((one) => one.events.length > 0);
  if (written.length === 0) return;
  try {
    await insertEventsAndStates(tx, stamp, written);
  } catch (error) {
    // Two read the same version: the event of the second has a number that is taken.
    throw isUniqueViolation(error, 'event_pkey') ? new Problem('journal/changed-meanwhile') : error;
  }
  const changed = written.filter((one) => one.from > 0);
  for (const [table, ofTable] of Map.groupBy(changed, (one) => one.table)) {
    const updated = await updateStates(tx, table, ofTable);
    if (updated !== ofTable.length) throw new Problem('journal/changed-meanwhile');
  }
}

/** What `append` writes for new things alone, as clauses of a larger statement. */
export function appended(stamp: Stamp, changes: readonly Change[]): Clause[] {
  if (changes.some(({ from }) => from > 0)) throw new Error('what is changed is appended, at the version it was read');
  return eventsAndStates(stamp, changes);
}

/** The state of one thing rebuilt from its journal alone; `undefined` if it has none. */
export async function rebuild<S extends { id: string }, E extends JournalEvent>(
  db: Executor,
  stream: Stream<S, E>,
  id: string,
): Promise<Versioned<S> | undefined> {
  const entries = await listEvents(db, id);
  const state = entries.reduce<S | undefined>(
    (current, entry) => stream.evolve(current, entry.event as unknown as E),
    undefined,
  );
  return state === undefined ? undefined : { state, version: entries.length };
}

export { type JournalEntry, listEvents, listEventsOfAll } from './journal-store.ts';
export { problems } from './problems.ts';
