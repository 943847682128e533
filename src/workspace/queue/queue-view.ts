import type { Localized } from '#kernel/language.ts';
import { type CaseState, type CaseStatus, isEnded, type Outcome, outputsToApplyFor } from '#modules/cases/index.ts';
import type { RequestState, RequestStatus } from '#modules/requests/index.ts';
import { dateIn } from '#ui/format.ts';
import type { PageRequest } from '#ui/page.ts';
import { calendarOf, type DueStanding, dueStanding } from '../due.ts';
import { type NamedOutput, namesIn } from '../names.ts';
import { type CaseList, type Cursor, isRequestList, type RequestList, type WorkList } from './lists.ts';

/** A case as the queue shows it. */
export type CaseRow = Readonly<{
  id: string;
  number: string;
  service: Localized;
  status: CaseStatus;
  outcome?: Outcome;
  toCheck: boolean;
  awaits: readonly NamedOutput[];
  officer?: string;
  due?: DueStanding;
  /** Since when the clock stands. */
  stands?: string;
  /** The case that failed and in whose place this one is. */
  again?: string;
}>;

/** A request as the queue shows it; `other` is the department on its other end. */
export type RequestRow = Readonly<{
  id: string;
  caseNumber: string;
  subject: Localized;
  other: Localized;
  status: RequestStatus;
  officer?: string;
  due?: DueStanding;
}>;

export type QueueView = Readonly<{ next?: Cursor }> &
  (Readonly<{ of: 'cases'; rows: readonly CaseRow[] }> | Readonly<{ of: 'requests'; rows: readonly RequestRow[] }>);

const pageSize = 50;

type Asked<L extends WorkList> = Readonly<{ departmentId: string; list: L; after?: Cursor | undefined; size?: number }>;

/** One page of a list of a department's queue. */
export function queueView(request: PageRequest, asked: Asked<WorkList>): Promise<QueueView> {
  const { list } = asked;
  return isRequestList(list) ? requestPage(request, { ...asked, list }) : casePage(request, { ...asked, list });
}

/** Today in the city. */
export const todayOf = ({ app }: Pick<PageRequest, 'app'>): Temporal.PlainDate =>
  Temporal.PlainDate.from(dateIn(app.clock.now().toString(), app.catalogue.current.city.timeZone));

async function casePage(request: PageRequest, asked: Asked<CaseList>) {
  const { departmentId, list, after, size = pageSize } = asked;
  const found = await request.app.cases.listQueue(request.actor, {
    departmentId,
    list: list === 'mine' ? 'open' : list,
    mine: list === 'mine',
    limit: size + 1,
    ...(after ? { after } : {}),
  });
  const shown = found.slice(0, size);
  const known = await knownOf(request, shown);
  const last = shown.at(-1);
  const next = found.length > size && last ? { next: { dueOn: last.due?.on ?? null, id: last.id } } : {};
  return { of: 'cases' as const, rows: shown.map((state) => caseRow(request, state, known)), ...next };
}

async function requestPage(request: PageRequest, asked: Asked<RequestList>) {
  const { departmentId, list, after, size = pageSize } = asked;
  const found = await request.app.requests.listQueue(request.actor, {
    departmentId,
    direction: list === 'asking' ? 'sent' : 'received',
    limit: size + 1,
    ...(after?.dueOn ? { after: { dueOn: after.dueOn, id: after.id } } : {}),
  });
  const shown = found.slice(0, size);
  const names = await namesOf(request, shown);
  const last = shown.at(-1);
  const next = found.length > size && last ? { next: { dueOn: last.due.on, id: last.id } } : {};
  return { of: 'requests' as const, rows: shown.map((state) => requestRow(request, state, { names, list })), ...next };
}

const namesOf = ({ app }: PageRequest, states: readonly { phase: object }[]): Promise<Map<string, string>> =>
  app.people.names(
    states.flatMap(({ phase }) =>
      'officerId' in phase && typeof phase.officerId === 'string' ? [phase.officerId] : [],
    ),
  );

/** What rows say beside their cases: who has them, and, by application, what comes only if it is applied for again. */
export type KnownOfRows = Readonly<{
  names: ReadonlyMap<string, string>;
  failed: ReadonlyMap<string, ReadonlySet<string>>;
}>;

/** Reads what rows of these cases need; of the applications only those whose cases wait. */
export async function knownOf(request: PageRequest, states: readonly CaseState[]): Promise<KnownOfRows> {
  const waiting = states.filter(({ phase }) => phase.status === 'waiting').map(({ applicationId }) => applicationId);
  const [names, around] = await Promise.all([
    namesOf(request, states),
    waiting.length === 0 ? [] : request.app.cases.listByApplications([...new Set(waiting)]),
  ]);
  const ofApplications = Map.groupBy(around, ({ applicationId }) => applicationId);
  const failed = [...ofApplications].map(([id, cases]) => [id, new Set(outputsToApplyFor(cases).keys())] as const);
  return { names, failed: new Map(failed) };
}

/** Pure but for the day. Ended cases have no days left. */
export function caseRow(request: PageRequest, state: CaseState, { names, failed }: KnownOfRows): CaseRow {
  const pack = request.app.catalogue.current;
  const { phase } = state;
  const { due } = request.app.cases.asOfToday(state);
  const stands = state.suspensions?.find(({ resumed }) => resumed === null);
  const hasEnded = isEnded(state);
  const officer = 'officerId' in phase ? names.get(phase.officerId) : undefined;
  return {
    id: state.id,
    number: state.number,
    service: namesIn(pack).service(state.serviceId),
    status: phase.status,
    ...(phase.status === 'signed' ? { outcome: phase.outcome } : {}),
    toCheck: state.toCheck,
    ...(state.again ? { again: state.again.number } : {}),
    awaits:
      phase.status === 'waiting'
        ? state.awaits.map((output) => ({
            ...namesIn(pack).output(output),
            ...(failed.get(state.applicationId)?.has(output) ? { failed: true as const } : {}),
          }))
        : [],
    ...(officer ? { officer } : {}),
    ...(due && !hasEnded ? { due: marked(request, dueStanding(calendarOf(pack, due), todayOf(request), due.on)) } : {}),
    ...(stands && !hasEnded ? { stands: stands.from } : {}),
  };
}

/** The mark of a row whose department was warned: a few working days are left. */
function marked({ app }: PageRequest, due: DueStanding): DueStanding {
  const isNear = due.standing === 'left' && due.days <= Math.max(0, ...app.cases.terms().warnBefore);
  return isNear ? { ...due, isNear } : due;
}

function requestRow(
  request: PageRequest,
  state: RequestState,
  { names, list }: Readonly<{ names: ReadonlyMap<string, string>; list: RequestList }>,
): RequestRow {
  const pack = request.app.catalogue.current;
  const { phase } = state;
  const officer = 'officerId' in phase ? names.get(phase.officerId) : undefined;
  return {
    id: state.id,
    caseNumber: state.caseNumber,
    subject: state.subject,
    other: namesIn(pack).departmentShort(list === 'asking' ? state.toDepartmentId : state.fromDepartmentId),
    status: phase.status,
    ...(officer ? { officer } : {}),
    due: dueStanding(calendarOf(pack, state.due), todayOf(request), state.due.on),
  };
}
