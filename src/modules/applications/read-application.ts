import type { Actor } from '#kernel/actor.ts';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { CaseState, CaseStatus } from '#modules/cases/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import type { DecisionState } from '#modules/decisions/index.ts';
import { authoriseOrHide, type Subject } from '#modules/people/index.ts';
import { withTexts } from '#modules/planning/index.ts';
import type { RequestState } from '#modules/requests/index.ts';
import { actingFor } from './applicant-choice.ts';
import { type ApplicationState, outputsOfSteps } from './application.ts';
import { findApplication, findByNumber } from './application-store.ts';
import type { ApplicationsDeps } from './deps.ts';
import { type Filing, findFiling, type KeptFiling } from './draft-store.ts';
import { situationOf } from './subject.ts';
import { listSupplements, type Supplement } from './supplement-store.ts';

/** Everything around one application, for whoever may read it. */
export type ApplicationFile = Readonly<{
  application: ApplicationState;
  filing: Filing;
  pack: Pack;
  /** The rules of today: on their calendars everything is counted that has no date yet. */
  current: Pack;
  cases: readonly CaseState[];
  requests: readonly RequestState[];
  decisions: readonly DecisionState[];
  supplements: readonly Supplement[];
  /** The rules by version: a case keeps those it began with. */
  packs: ReadonlyMap<string, Pack>;
}>;

/** The rules a case began with. */
export const packOfCase = (
  { packs, pack }: Pick<ApplicationFile, 'packs' | 'pack'>,
  { packVersion }: CaseState,
): Pack => packs.get(packVersion) ?? pack;

/** An application with what was filed; asks no permission. Throws `applications/unknown-application`. */
export async function getFiled(deps: Pick<ApplicationsDeps, 'db' | 'catalogue'>, applicationId: string) {
  const [found, filing] = await Promise.all([
    findApplication(deps.db, applicationId),
    findFiling(deps.db, applicationId),
  ]);
  if (found === undefined || filing === undefined) throw new Problem('applications/unknown-application');
  const pack = await deps.catalogue.getPack(found.state.packVersion);
  return { application: found.state, filing: wholeFiling(found.state, filing, pack) };
}

/** What was filed, with the texts of the rules it was filed under. */
const wholeFiling = ({ subject }: ApplicationState, filing: KeptFiling, pack: Pack): Filing => ({
  ...filing,
  plan: withTexts(filing.plan, { pack, situation: situationOf(pack, subject) }),
});

/** Who the permissions of an application are asked about. */
export async function applicationSubject(deps: ApplicationsDeps, application: ApplicationState) {
  const [cases, requests] = await Promise.all([
    deps.cases.listByApplication(application.id),
    deps.requests.listByApplication(application.id),
  ]);
  const involvedDepartmentIds = [
    ...cases.map(({ departmentId }) => departmentId),
    ...requests.map(({ toDepartmentId }) => toDepartmentId),
  ];
  const { filedBy, onBehalfOf } = application;
  return { cases, requests, subject: { filedBy, ...(onBehalfOf ? { onBehalfOf } : {}), involvedDepartmentIds } };
}

/**
 * The whole application with its cases, requests and decisions. Reading it is audited when the reader is not the applicant.
 * An application that somebody may not read looks like one that does not exist: numbers and ids tell nothing.
 */
export async function readApplication(
  deps: ApplicationsDeps,
  actor: Actor,
  applicationId: string,
): Promise<ApplicationFile> {
  const found = await findApplication(deps.db, applicationId);
  if (found === undefined) throw new Problem('applications/unknown-application');
  const application = found.state;
  const { cases, requests, subject } = await applicationSubject(deps, application);
  await authoriseReading(deps, actor, subject, applicationId);
  const [filing, decisions, pack, supplements, packs] = await Promise.all([
    findFiling(deps.db, applicationId),
    deps.decisions.listByApplication(applicationId),
    deps.catalogue.getPack(application.packVersion),
    listSupplements(deps.db, applicationId),
    packsOf(deps, cases),
  ]);
  if (filing === undefined) throw new Error(`application ${applicationId} has no filing`);
  return {
    application,
    filing: wholeFiling(application, filing, pack),
    pack,
    current: deps.catalogue.current,
    cases: cases.map((one) => deps.cases.asOfToday(one)),
    requests,
    decisions,
    supplements,
    packs,
  };
}

async function packsOf({ catalogue }: ApplicationsDeps, cases: readonly CaseState[]) {
  const versions = [...new Set(cases.map(({ packVersion }) => packVersion))];
  const packs = versions.map(async (version) => [version, await catalogue.getPack(version)] as const);
  return new Map(await Promise.all(packs));
}

/** Lets through whoever may read the application; for anybody else it does not exist. */
export async function assertMayRead(deps: ApplicationsDeps, actor: Actor, subject: Subject): Promise<void> {
  const acting = await actingFor(deps.people, actor, subject.onBehalfOf);
  authoriseOrHide(acting, 'application:read', { of: subject, unknown: 'applications/unknown-application' });
}

async function authoriseReading(
  deps: ApplicationsDeps,
  actor: Actor,
  subject: Subject,
  applicationId: string,
): Promise<void> {
  await assertMayRead(deps, actor, subject);
  if (actor.kind !== 'employee') return;
  const read = { action: 'applications.read', subject: 'application', subjectId: applicationId, applicationId };
  await deps.audit.look(deps.db, actor, read);
}

/** Outputs that exist by now: of granted or needless services, and of reported steps. */
export function availableOutputs(application: ApplicationState, cases: readonly CaseState[]): ReadonlySet<string> {
  const done = cases.filter(
    ({ phase }) => phase.status === 'notNeeded' || (phase.status === 'signed' && phase.outcome === 'granted'),
  );
  return new Set([...done.flatMap(({ produces }) => produces), ...outputsOfSteps(application)]);
}

/** What anybody may see by number: where each part stands, and nothing about the person or the place. */
export type PublicStatus = Readonly<{
  number: string;
  receivedOn: string;
  subject: Localized;
  parts: readonly Readonly<{
    number: string;
    service: Localized;
    department: Localized;
    status: CaseStatus;
    dueOn?: string;
    /** The date relies on days whose calendar is not published yet. */
    provisional?: boolean;
  }>[];
}>;

/** The public status of an application; `undefined` for a number nobody was given. */
export async function trackApplication(deps: ApplicationsDeps, number: string): Promise<PublicStatus | undefined> {
  const application = await findByNumber(deps.db, number.trim());
  if (application === undefined) return undefined;
  const pack = await deps.catalogue.getPack(application.packVersion);
  const cases = await deps.cases.listByApplication(application.id);
  return {
    number: application.number,
    receivedOn: application.receivedOn,
    subject: situationOf(pack, application.subject).name,
    parts: cases.map((one) => ({
      number: one.number,
      ...namesOf(pack, one),
      status: one.phase.status,
      ...(one.due ? { dueOn: one.due.on, provisional: one.due.derivation.provisional } : {}),
    })),
  };
}

/** Names of a case's service and department in the version of the rules it began with. */
export function namesOf(pack: Pack, { serviceId, departmentId }: Pick<CaseState, 'serviceId' | 'departmentId'>) {
  const service = pack.services.find(({ id }) => id === serviceId);
  const department = pack.departments.find(({ id }) => id === departmentId);
  if (service === undefined || department === undefined)
    throw new Error(`the pack lacks ${serviceId} or ${departmentId}`);
  return { service: service.name, department: department.name };
}

/** The name of a department or agency; its id where the rules do not have it any more. */
export const nameOf = (pack: Pack, departmentId: string): Localized =>
  pack.departments.find(({ id }) => id === departmentId)?.name ?? {
    ru: departmentId,
    tt: departmentId,
    en: departmentId,
  };
