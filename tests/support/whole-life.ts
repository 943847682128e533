import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { askedFields, officerElement } from '#modules/catalogue/index.ts';
import type { DecisionState } from '#modules/decisions/index.ts';
import { typedInto } from '../../src/demo/typed-answers.ts';
import { pdfFile } from './answers.ts';
import type { City } from './city.ts';

/** The case of one service of an application. */
export async function caseOf({ app }: City, applicationId: string, serviceId: string): Promise<CaseState> {
  const found = (await app.cases.listByApplication(applicationId)).find((one) => one.serviceId === serviceId);
  if (found === undefined) throw new Error(`no case of ${serviceId}`);
  return found;
}

/** What an officer types into the fields of the record that a service ends in. */
export function recordFieldsOf({ app, today }: City, serviceId: string): Record<string, string[]> {
  const pack = app.catalogue.current;
  const typed = askedFields(pack, serviceId).map(({ field }): [string, string[]] => {
    const element = officerElement(field);
    return [field.id, [...typedInto({ element }, { today: today(), city: pack.city })]];
  });
  return Object.fromEntries(typed);
}

/** The department's officer takes the case and finds it complete. */
export async function acceptCase(city: City, { id, departmentId }: CaseState): Promise<Actor> {
  const officer = await city.employee(`officer-${departmentId}`);
  await city.app.cases.take(officer, { caseId: id });
  await city.app.cases.accept(officer, { caseId: id });
  return officer;
}

/** The officer drafts that the service is granted. */
export async function draftGrant(city: City, one: CaseState): Promise<DecisionState> {
  const officer = await city.employee(`officer-${one.departmentId}`);
  const fields = recordFieldsOf(city, one.serviceId);
  return city.app.decisions.draft(officer, {
    caseId: one.id,
    outcome: 'granted',
    grounds: [],
    text: 'Выдать.',
    fields,
  });
}

/** From the queue to the signature of the head. */
export async function grantCase(city: City, one: CaseState): Promise<DecisionState> {
  await acceptCase(city, one);
  const { id } = await draftGrant(city, one);
  return city.app.decisions.sign(await city.employee(`head-${one.departmentId}`), { decisionId: id });
}

/** The applicant reports a step with a paper. */
export async function reportDone(city: City, applicant: Actor, step: { applicationId: string; stepId: string }) {
  const { applicationId, stepId } = step;
  const { id } = await city.app.documents.receive(applicant, pdfFile(), { name: `${stepId}.pdf`, applicationId });
  return city.app.applications.reportStep(applicant, { applicationId, stepId, number: 'Д-1', documentIds: [id] });
}

/** Everybody does their part as soon as it is their turn, an hour after the other, until nothing is left to do. */
export async function liveToTheEnd(city: City, applicant: Actor, { id }: ApplicationState): Promise<number> {
  for (let rounds = 1; ; rounds += 1) {
    const { parts } = await city.app.applications.follow(applicant, id);
    const open = parts.filter(({ status }) => status === 'open' || status === 'started');
    if (open.length === 0) return rounds;
    for (const { stepId, caseId } of open) {
      city.clock.pass({ hours: 1 });
      if (stepId !== undefined) await reportDone(city, applicant, { applicationId: id, stepId });
      else if (caseId !== undefined)
        await grantCase(city, (await city.app.cases.getVersioned(city.app.db, caseId)).state);
    }
  }
}
