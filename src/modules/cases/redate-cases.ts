import { z } from 'zod';
import { actorKey } from '#kernel/actor-key.ts';
import { Id } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { type Calendar, type DueDate, redate, type TermHistory } from '#modules/calendar/index.ts';
import { inTransaction } from '#platform/db/index.ts';
import { enqueueAll, jobKind } from '#platform/jobs/index.ts';
import { notify } from '#platform/live/index.ts';
import { type DueCause, historyOf } from './case-term.ts';
import {
  findEndOfBatch,
  listTermGroups,
  listTermMembers,
  type Members,
  moveDues,
  type Open,
  type TermGroup,
} from './redate-store.ts';
import type { WorkDeps } from './work-on-case.ts';

/** What would move: so many cases of a service in a department from one date to another (ISO). */
export type MovedDates = Readonly<{ serviceId: string; departmentId: string; from: string; to: string; cases: number }>;

/** How many open cases were looked at, how many would move, and how. */
export type RedatePreview = Readonly<{ looked: number; moved: number; dates: readonly MovedDates[] }>;

type RedateDeps = Pick<WorkDeps, 'db' | 'clock'>;

/** How a group of cases is counted: on a calendar, by its own rule. `undefined` when it stays. */
export type Recount = (group: Counted) => DueDate | undefined;

/** All that the date of a group follows from. */
type Counted = Pick<TermGroup, 'due' | 'suspensions' | 'extensions'>;

/**
 * What happened to the terms of a group. A clock that stands is looked at as of the day its date was counted: what slides
 * by itself is no move.
 */
export function historyOfGroup({ due, suspensions, extensions }: Counted): TermHistory {
  const { asOf } = due.derivation;
  return historyOf(
    { ...(suspensions ? { suspensions } : {}), ...(extensions ? { extensions } : {}) },
    asOf === undefined ? undefined : Temporal.PlainDate.from(asOf),
  );
}

/** The date of a group as its calendar is now, if it is another date: by the id under which the date was counted. */
export const onCalendar =
  (calendarOf: (id: string) => Calendar): Recount =>
  (group) => {
    const { due } = group;
    const history = historyOfGroup(group);
    try {
      const again = redate(calendarOf(due.derivation.calendar.id), due.derivation, history);
      return again.on === due.on && again.time === due.time ? undefined : again;
    } catch (error) {
      // What no calendar can count any more stays as it is; its officer sees it with its old reason.
      if (error instanceof Problem) return undefined;
      throw error;
    }
  };

/** Pure but for reading: which open cases with a last day from `from` on a recount would move. Nothing is written. */
export async function previewRedate(
  { db }: Pick<RedateDeps, 'db'>,
  { from, recount }: Readonly<{ from: string; recount: Recount }>,
): Promise<RedatePreview> {
  const groups = await listTermGroups(db, { from });
  const dates = new Map<string, MovedDates>();
  for (const group of groups) {
    const to = recount(group)?.on;
    if (to === undefined) continue;
    const { serviceId, departmentId, cases } = group;
    const key = [serviceId, departmentId, group.due.on, to].join(' ');
    const known = dates.get(key)?.cases ?? 0;
    dates.set(key, { serviceId, departmentId, from: group.due.on, to, cases: known + cases });
  }
  const moved = [...dates.values()];
  return {
    looked: groups.reduce((sum, { cases }) => sum + cases, 0),
    moved: moved.reduce((sum, { cases }) => sum + cases, 0),
    dates: moved.sort((a, b) => a.from.localeCompare(b.from) || a.serviceId.localeCompare(b.serviceId)),
  };
}

/** Looks at the ends of several applications whose dates moved together. */
export const notePlans = jobKind('applications.note-plans', z.object({ applicationIds: z.array(Id) }));
/** They are written in one transaction: few commits, and nobody waits for a locked application for long. */
const applicationsOfJob = 25;

/** Cases of one statement: enough to be fast, few enough that officers wait for none of their rows for long. */
const batchSize = 10_000;

/** Batches at the same time: a server has more than one processor, and other users. */
const lanes = 2;

/** A case that changes while its batch is counted is counted again; so often at most. */
const attempts = 5;

type Redating = Readonly<{ recount: Recount; cause: DueCause; by: string }>;

/**
 * Counts open cases anew, batch by batch, each in a transaction of its own: states, journal and the look at each
 * application commit together. The calculus runs once for all cases that move alike. Safe to run again: what has moved
 * does not move twice. Gives how many moved.
 */
export async function redateCases(
  deps: RedateDeps,
  input: Readonly<{ from: string; recount: Recount; cause: DueCause; serviceId?: string; batch?: number }>,
): Promise<number> {
  const { from, recount, cause, serviceId, batch = batchSize } = input;
  const by = actorKey({ kind: 'system', name: 'cases.redate' });
  const batches = batchesOf(deps, { from, ...(serviceId === undefined ? {} : { serviceId }) }, batch);
  const lane = async () => {
    let moved = 0;
    for await (const open of batches) moved += await redateBatch(deps, open, { recount, cause, by });
    return moved;
  };
  const moved = await Promise.all(Array.from({ length: lanes }, lane));
  return moved.reduce((sum, cases) => sum + cases, 0);
}

/** Stretches of ids with so many open cases each, found one after the other as they are asked for. */
async function* batchesOf({ db }: RedateDeps, of: Open, size: number): AsyncGenerator<Open> {
  for (let open = of; ; ) {
    const upTo = await findEndOfBatch(db, open, size);
    if (upTo === undefined) return;
    yield { ...open, upTo };
    open = { ...of, after: upTo };
  }
}

async function redateBatch(deps: RedateDeps, open: Open, redating: Redating): Promise<number> {
  let moved = 0;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const groups = (await listTermMembers(deps.db, open)).flatMap((group) => {
      const due = redating.recount(group);
      return due === undefined ? [] : [{ ...group, due }];
    });
    const wanted = groups.reduce((sum, { ids }) => sum + ids.length, 0);
    const written = wanted === 0 ? 0 : await moveGroups(deps, open, { ...redating, groups });
    moved += written;
    if (written === wanted) break;
  }
  return moved;
}

type Moving = Redating & Readonly<{ groups: readonly (TermGroup & Members)[] }>;

const moveGroups = (deps: RedateDeps, open: Open, { groups, cause, by }: Moving): Promise<number> =>
  inTransaction(deps.db, async (tx) => {
    const at = deps.clock.now().toString();
    const { cases, applicationIds } = await moveDues(tx, open, { groups, cause, by, at });
    const jobs = chunks(applicationIds, applicationsOfJob).map((ids) => ({ payload: { applicationIds: ids } }));
    await enqueueAll(tx, notePlans, jobs);
    await notify(tx, [...new Set(groups.map(({ departmentId }) => `department:${departmentId}`))]);
    return cases;
  });

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
