import { Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import { renderDerivation } from '#modules/calendar/index.ts';
import { type CaseState, isEnded } from '#modules/cases/index.ts';
import { indexPack } from '#modules/catalogue/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';
import { type CalendarEntry, icalendar } from './icalendar.ts';

/** What calendar programs show of themselves; the rest of a feed is data of the city. */
const words = {
  calendar: { ru: 'Сроки в Бердәм', tt: 'Бердәмдәге сроклар', en: 'Dates in Berdem' },
  end: { ru: 'самое раннее завершение', tt: 'иң иртә тәмамлану', en: 'earliest end' },
} as const;

/** An officer has at most so many open cases in a calendar; the earliest due first. */
const mostTasks = 200;

/**
 * `/calendar/<token>.ics`: the open cases of an officer as tasks, or the dates of an applicant as events. The address
 * itself is the right to read it, so it names no person and no place, and a wrong one looks like one that never was.
 */
export function calendarRoutes(app: App): Hono<HttpEnv> {
  return new Hono<HttpEnv>().get('/calendar/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length);
    const reader = await app.people.readerOfFeed(token);
    if (reader === undefined) throw new Problem('http/not-found');
    const { language } = c.var;
    const entries =
      reader.kind === 'employee' ? await tasksOf(app, reader, language) : await datesOf(app, reader, language);
    const name = words.calendar[language];
    return c.body(icalendar({ name, at: app.clock.now() }, entries), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=900',
      'x-robots-tag': 'noindex',
    });
  });
}

const host = ({ config }: App) => new URL(config.publicUrl).host;

function shownCase(app: App, state: CaseState, language: Language) {
  const service = indexPack(app.catalogue.current).services.get(state.serviceId)?.name[language] ?? state.serviceId;
  const { due } = app.cases.asOfToday(state);
  return {
    uid: `${state.id}@${host(app)}`,
    summary: `${service} (${state.number})`,
    ...(due ? { on: due.on, description: renderDerivation(due.derivation, language) } : {}),
  };
}

async function tasksOf(
  app: App,
  officer: Extract<Actor, { kind: 'employee' }>,
  language: Language,
): Promise<CalendarEntry[]> {
  const page = { departmentId: officer.departmentId, list: 'open' as const, mine: true, limit: mostTasks };
  const cases = await app.cases.listQueue(officer, page);
  return cases.flatMap((state) => {
    const { on, ...shown } = shownCase(app, state, language);
    const url = `${app.config.publicUrl}/work/cases/${state.id}`;
    if (on === undefined) return [];
    return { kind: 'task' as const, on, ...shown, url, isBegun: state.phase.status === 'accepted' };
  });
}

async function datesOf(app: App, applicant: Actor, language: Language): Promise<CalendarEntry[]> {
  const { applications } = await app.applications.listMine(applicant);
  return applications.flatMap(({ id, number, subject, endsOn, cases }) => {
    const url = `${app.config.publicUrl}/applications/${id}`;
    const dues = cases.flatMap((state): CalendarEntry[] => {
      const { on, ...shown } = shownCase(app, state, language);
      return on === undefined || isEnded(state) ? [] : [{ kind: 'event', on, ...shown, url }];
    });
    if (cases.every(isEnded)) return dues;
    const summary = `${subject[language]} (${number}): ${words.end[language]}`;
    return [...dues, { kind: 'event' as const, uid: `${id}@${host(app)}`, on: endsOn, summary, url }];
  });
}
