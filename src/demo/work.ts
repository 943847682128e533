import type { Actor } from '#kernel/actor.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { askedFields, officerElement } from '#modules/catalogue/index.ts';
import { demoId } from '#modules/people/index.ts';
import { isAwaited } from '#modules/requests/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { App } from '../app.ts';
import type { Story } from './stories.ts';
import { typedInto } from './typed-answers.ts';

type Employee = Extract<Actor, { kind: 'employee' }>;

async function employee({ people }: App, subject: string): Promise<Employee> {
  const { id, departmentId, roles } = await people.getEmployee(demoId(subject));
  return { kind: 'employee', employeeId: id, departmentId, roles: roles as Employee['roles'] };
}

/**
 * One act of somebody whose turn it is: the applicant reports a step, or a department goes on with a case. Different
 * cases come to their turn one after the other. `false` when nobody has anything to do.
 */
export async function nextAct(app: App, applicant: Actor, { of, turn, story }: Turn): Promise<boolean> {
  const { parts } = await app.applications.follow(applicant, of);
  const open = parts.filter(({ status }) => status === 'open' || isWork(status));
  const refused = open.find(({ key }) => key === story.refused?.serviceId);
  const part = refused ?? open[turn % Math.max(open.length, 1)];
  if (part === undefined) return false;
  if (part.stepId !== undefined) {
    await app.applications.reportStep(applicant, { applicationId: of, stepId: part.stepId, documentIds: [] });
    return true;
  }
  if (part.caseId === undefined) return false;
  await workOn(app, (await app.cases.getVersioned(app.db, part.caseId)).state, story);
  return true;
}

/** The turn of an application: how many acts there were before. */
type Turn = Readonly<{ of: string; turn: number; story: Story }>;

const isWork = (status: string): boolean =>
  ['started', 'assigned', 'accepted', 'completed', 'refused'].includes(status);

async function workOn(app: App, state: CaseState, { isRejected, refused }: Story): Promise<void> {
  const { id: caseId, departmentId, phase } = state;
  const officer = await employee(app, `officer-${departmentId}`);
  if (phase.status === 'started') await app.cases.take(officer, { caseId });
  else if (phase.status === 'assigned' && isRejected)
    await app.cases.reject(officer, { caseId, grounds: ['c1'], comment: 'Приложите читаемую копию документа.' });
  else if (phase.status === 'assigned') await app.cases.accept(officer, { caseId });
  else if (phase.status === 'accepted') await askOrDecide(app, officer, { state, refused });
  else if (phase.status === 'completed' || phase.status === 'refused')
    await app.decisions.sign(await employee(app, `head-${departmentId}`), { decisionId: phase.decisionId });
}

type Deciding = Readonly<{ state: CaseState; refused: Story['refused'] }>;

/** A department asks another before it decides, waits for the answer, and then drafts its decision. */
async function askOrDecide(app: App, officer: Employee, { state, refused }: Deciding): Promise<void> {
  const asked = await app.requests.listByCase(state.id);
  const awaited = asked.find(isAwaited);
  if (awaited !== undefined) {
    const answering = await employee(app, `officer-${awaited.toDepartmentId}`);
    const text = 'Осмотрели. Возражений нет.';
    await app.requests.answer(answering, { requestId: awaited.id, text, documentIds: [] });
  } else if (asked.length === 0) {
    const to = neighbourOf(app, state.departmentId);
    const question = 'Есть ли у вас возражения? Посмотрите, пожалуйста, место.';
    await app.requests.send(officer, { caseId: state.id, to, question, documentIds: [] });
  } else if (refused?.serviceId === state.serviceId) {
    const text = 'Отказать: в ЕГРН нет сведений о границах участка.';
    const { ground } = refused;
    await app.decisions.draft(officer, { caseId: state.id, outcome: 'refused', grounds: [ground], text, fields: {} });
  } else {
    const fields = recordFields(app, state.serviceId);
    const granted = { caseId: state.id, outcome: 'granted', text: 'Выдать.', fields } as const;
    await app.decisions.draft(officer, { ...granted, grounds: [] });
  }
}

/** Another department of the city. */
function neighbourOf({ catalogue }: App, departmentId: string): string {
  const others = catalogue.current.departments.filter(({ kind, id }) => kind === 'city' && id !== departmentId);
  return others[departmentId.length % Math.max(others.length, 1)]?.id ?? departmentId;
}

/** What the officer types into the fields of the register record that a service ends in. */
export function recordFields(app: App, serviceId: string): Record<string, string[]> {
  const pack = app.catalogue.current;
  const typing = { today: dateIn(pack.city.timeZone, app.clock.now()), city: pack.city };
  return Object.fromEntries(
    askedFields(pack, serviceId).map(({ field }): [string, string[]] => [
      field.id,
      [...typedInto({ element: officerElement(field) }, typing)],
    ]),
  );
}
