import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Id, newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Audit } from '#modules/audit/index.ts';
import { type Cases, onCalendar } from '#modules/cases/index.ts';
import type { Catalogue } from '#modules/catalogue/index.ts';
import { authorise } from '#modules/people/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import { type Db, inTransaction } from '#platform/db/index.ts';
import { enqueue, jobKind } from '#platform/jobs/index.ts';
import { notify } from '#platform/live/index.ts';
import type { DecideDay, PreviewDay, ProposeDay } from './commands.ts';
import { approveDay, type DayRecord, deleteProposal, findDay, insertDay, listDays } from './holiday-store.ts';
import { assertWorkingDay, type DayPreview, previewDay } from './preview-day.ts';
import { applyRule, rulesForOpenCases, underVersions } from './rule-change.ts';

export type Holidays = ReturnType<typeof createHolidays>;

/** Counts open cases anew after a day was added. */
export const redateForDay = jobKind('holidays.redate', z.object({ id: Id }));

/** Under this topic every process hears that the calendars are others now. */
export const calendarsTopic = 'catalogue:calendars';

/** Another process may open a case on the old calendar for a moment: it is counted anew a little later. */
const secondLook = { seconds: 60 };

/** So long an installation may have stood still and still apply what became law meanwhile. */
const missedFor = { days: 60 };

type HolidaysDeps = Readonly<{ db: Db; clock: Clock; audit: Audit; catalogue: Catalogue; cases: Cases }>;

/** Holidays and closures beyond the published calendar: seen first, approved by a second person, then applied. */
export function createHolidays(deps: HolidaysDeps) {
  const { db, clock, audit, catalogue, cases } = deps;
  return {
    /** Which open cases would move, and how; nothing is written. */
    async preview(actor: Actor, input: PreviewDay): Promise<DayPreview> {
      authorise(actor, 'calendar:change');
      return previewDay(cases, catalogue.current, input);
    },
    /** Days proposed and added, the newest first. */
    async list(actor: Actor): Promise<DayRecord[]> {
      authorise(actor, 'calendar:change');
      return listDays(db);
    },
    /** Puts a day before a second person. */
    async propose(actor: Actor, { calendarId, day, reason }: ProposeDay): Promise<DayRecord> {
      authorise(actor, 'calendar:change');
      assertWorkingDay(catalogue.current, { calendarId, day });
      const at = clock.now();
      const by = actorKey(actor);
      const id = newId(at.epochMilliseconds);
      const record = { id, calendarId, day, reason, proposedBy: by, proposedAt: at.toString() };
      await inTransaction(db, async (tx) => {
        if (!(await insertDay(tx, record))) throw new Problem('holidays/proposed-already', { day });
        await audit.record(tx, actor, [{ action: 'holidays.DayProposed', subject: 'calendarDay', subjectId: id }]);
      });
      return record;
    },
    /** Takes back what is not law yet. */
    async withdraw(actor: Actor, { id }: DecideDay): Promise<void> {
      authorise(actor, 'calendar:change');
      await inTransaction(db, async (tx) => {
        if (!(await deleteProposal(tx, id))) throw new Problem('holidays/unknown-day');
        await audit.record(tx, actor, [{ action: 'holidays.DayWithdrawn', subject: 'calendarDay', subjectId: id }]);
      });
    },
    /** The second person makes it law: new cases count on it at once, open ones as soon as the job has run. */
    async approve(actor: Actor, { id }: DecideDay): Promise<void> {
      authorise(actor, 'calendar:change');
      const at = clock.now();
      const by = actorKey(actor);
      await inTransaction(db, async (tx) => {
        const found = await findDay(tx, id);
        if (found === undefined || found.approvedAt !== undefined) throw new Problem('holidays/unknown-day');
        if (found.proposedBy === by) throw new Problem('holidays/own-proposal');
        if (!(await approveDay(tx, id, { by, at: at.toString() }))) throw new Problem('holidays/unknown-day');
        await audit.record(tx, actor, [{ action: 'holidays.DayApproved', subject: 'calendarDay', subjectId: id }]);
        await enqueue(tx, redateForDay, { id }, { key: `day:${id}` });
        await enqueue(tx, redateForDay, { id }, { key: `day-again:${id}`, runAt: at.add(secondLook) });
        await notify(tx, calendarsTopic);
      });
      await catalogue.refresh();
    },
    /**
     * At a start and when the rules were read anew: asks for the job that applies each version of a term which says
     * something to open cases, on its first day. One that came into force while nothing ran is applied at once; whatever
     * was applied moves nothing again.
     */
    async planRuleChanges(): Promise<void> {
      const pack = catalogue.current;
      const { timeZone } = pack.city;
      const today = dateIn(timeZone, clock.now());
      for (const { id: serviceId, version, effective } of rulesForOpenCases(pack)) {
        const first = Temporal.PlainDate.from(effective);
        if (Temporal.PlainDate.compare(first, today.subtract(missedFor)) < 0) continue;
        const runAt = first.toZonedDateTime(timeZone).toInstant();
        await enqueue(db, applyRule, { serviceId, version }, { key: `rule:${serviceId}:${version}`, runAt });
      }
    },
    /** What the job does on the first day of a version: open cases get the date it gives them. How many moved. */
    async applyRule(serviceId: string, version: number): Promise<number> {
      const pack = catalogue.current;
      const today = dateIn(pack.city.timeZone, clock.now());
      const recount = underVersions(pack, { serviceId, today });
      const cause = { kind: 'rule' as const, service: serviceId, version: String(version) };
      return cases.redate({ from: '0001-01-01', recount, cause, serviceId });
    },
    /** What the job does: every open case that the day moves gets its new date, through its journal. How many moved. */
    async redateFor(id: string): Promise<number> {
      await catalogue.refresh();
      const found = await findDay(db, id);
      if (found?.approvedAt === undefined) return 0;
      const { current } = catalogue;
      const { day, reason, calendarId } = found;
      const calendar = calendarNamed(current, calendarId);
      const cause = { kind: 'calendar' as const, calendar: calendar.id, version: calendar.version, reason };
      return cases.redate({ from: day, recount: onCalendar((named) => calendarNamed(current, named)), cause });
    },
  };
}

export * from './commands.ts';
export type { DayRecord } from './holiday-store.ts';
export { type DayPreview, previewDay } from './preview-day.ts';
export { problems } from './problems.ts';
export { applyRule } from './rule-change.ts';
