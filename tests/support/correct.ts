import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { fieldTypes, rawForQuestion } from '#modules/forms/index.ts';
import type { City } from './city.ts';
import { acceptCase } from './whole-life.ts';

/** The head signs that a service is refused on grounds of its passport. */
export async function refuseCase(city: City, one: CaseState, grounds: readonly string[]): Promise<void> {
  const officer = await acceptCase(city, one);
  const content = { outcome: 'refused', text: 'Так выдать нельзя.', fields: {} } as const;
  const { id: decisionId } = await city.app.decisions.draft(officer, {
    caseId: one.id,
    grounds: [...grounds],
    ...content,
  });
  await city.app.decisions.sign(await city.employee(`head-${one.departmentId}`), { decisionId });
}

/** Intake of a service is refused. */
export async function rejectCase(
  city: City,
  { id: caseId, departmentId }: CaseState,
  grounds: string[],
): Promise<void> {
  const officer = await city.employee(`officer-${departmentId}`);
  await city.app.cases.take(officer, { caseId });
  await city.app.cases.reject(officer, { caseId, grounds, comment: 'Приложите читаемую копию.' });
}

type Correction = Readonly<{ draftId: string; elementId: string; typed: readonly string[] }>;

/** Opens the page of the form that asks an element, types another answer and saves the page as it stands otherwise. */
export async function retype({ app }: City, actor: Actor, { draftId, elementId, typed }: Correction): Promise<void> {
  const { form, draft } = await app.applications.getDraft(actor, draftId);
  const page = form.pages.find(({ questions }) => questions.some(({ element }) => element.id === elementId));
  if (page === undefined) throw new Error(`nobody asks ${elementId}`);
  const fields = page.questions.flatMap((question): [string, string][] => {
    const { element } = question;
    const { parts, takesFiles } = fieldTypes[element.type];
    if (takesFiles) return [];
    const raw = element.id === elementId ? typed : rawForQuestion(question, draft.content.answers, draft.content.raw);
    return raw.map((text, at) => [parts.length === 0 ? element.id : `${element.id}:${parts[at]}`, text]);
  });
  const saved = await app.applications.savePage(actor, { draftId, pageId: page.id, fields, received: {} });
  if (!saved.ok) throw new Error(`the page was refused: ${JSON.stringify(saved.error)}`);
}

/** Corrects a failed case and applies again; gives the case in its place. */
export async function applyAgain(
  city: City,
  actor: Actor,
  { failed, ...correction }: Readonly<{ failed: CaseState }> & Partial<Omit<Correction, 'draftId'>>,
): Promise<CaseState> {
  const { applicationId, id: caseId } = failed;
  const { id: draftId } = await city.app.applications.applyAgain(actor, { applicationId, caseId });
  const { elementId, typed } = correction;
  if (elementId !== undefined) await retype(city, actor, { draftId, elementId, typed: typed ?? [] });
  await city.app.applications.file(actor, { draftId, language: 'ru' });
  return newestCase(city, applicationId, failed.serviceId);
}

/** The case of a service that counts: of a service applied for again the newest. */
export async function newestCase(
  { app }: City,
  applicationId: ApplicationState['id'],
  serviceId: string,
): Promise<CaseState> {
  const found = (await app.cases.listByApplication(applicationId)).filter((one) => one.serviceId === serviceId).at(-1);
  if (found === undefined) throw new Error(`no case of ${serviceId}`);
  return found;
}
