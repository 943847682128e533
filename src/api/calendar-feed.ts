import { Hono } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { FollowView, Part } from '#modules/applications/index.ts';
import { renderDerivation } from '#modules/calendar/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { indexPack } from '#modules/catalogue/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';
import { type CalendarEntry, icalendar } from './icalendar.ts';

/** What calendar programs show of themselves; the rest of a feed is data of the city. */
const words = {
  calendar: { ru: 'Сроки в Бердәм', tt: 'Бердәмдәге сроклар', en: 'Dates in Berdem' },
  end: { ru: 'самое раннее завершение', tt: 'иң иртә тәмамлану', en: 'earliest end' },
  provisionalEnd: {
    ru: 'самое раннее завершение, предварительно',
    tt: 'иң иртә тәмамлану, якынча',
    en: 'earliest end, provisional',
  },
  step: {
    own: { ru: 'Ваш шаг, по вашей оценке', tt: 'Сезнең адым, үз бәяләвегезчә', en: 'Your own step, by your estimate' },
    outside: {
      ru: 'Шаг в другом ведомстве, по плану',
      tt: 'Башка ведомстводагы адым, план буенча',
      en: 'A step at another agency, as planned',
    },
  },
} as const;

/** An officer has at most so many open cases in a calendar; the earliest due first. */
const mostTasks = 200;

/** The newest applications of an applicant; older ones have ended or stand on the page. */
const mostApplications = 100;

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

/** Of every application that has not ended: each date by law, each step that is the applicant's, and the end as it is today. */
async function datesOf(app: App, applicant: Actor, language: Language): Promise<CalendarEntry[]> {
  const { applications } = await app.applications.listMine(applicant);
  const followed = await Promise.all(
    applications.slice(0, mostApplications).map(({ id }) => app.applications.follow(applicant, id)),
  );
  return followed.flatMap((view) => datesIn(app, view, language));
}

function datesIn(app: App, view: FollowView, language: Language): CalendarEntry[] {
  const { applicationId, number, situation, parts, now } = view;
  const open = parts.filter(({ status }) => !hasEnded(status));
  if (open.length === 0) return [];
  const planned = new Map(now.plan.items.map(({ key, ends }) => [key, ends]));
  const url = `${app.config.publicUrl}/applications/${applicationId}`;
  const dates = open.flatMap((part): CalendarEntry[] => {
    const on = part.due?.on ?? (part.kind === 'service' ? undefined : planned.get(part.key));
    if (on === undefined) return [];
    const summary = `${part.name[language]} (${part.caseNumber ?? number})`;
    const step = part.kind === 'service' ? undefined : words.step[part.kind][language];
    const description = part.due ? renderDerivation(part.due.derivation, language) : step;
    const id = part.caseId ?? `${applicationId}-${part.key}`;
    return [{ kind: 'event', uid: `${id}@${host(app)}`, on, summary, ...(description && { description }), url }];
  });
  const name = now.plan.provisional ? words.provisionalEnd : words.end;
  const summary = `${situation[language]} (${number}): ${name[language]}`;
  return [...dates, { kind: 'event', uid: `${applicationId}@${host(app)}`, on: now.plan.endsOn, summary, url }];
}

const ended: readonly Part['status'][] = ['done', 'signed', 'rejected', 'notNeeded', 'withdrawn'];
const hasEnded = (status: Part['status']): boolean => ended.includes(status);
