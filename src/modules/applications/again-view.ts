import { Problem } from '#kernel/problem.ts';
import { type Element, indexPack } from '#modules/catalogue/index.ts';
import { type Form, filedAnswers, questionsOf } from '#modules/forms/index.ts';
import { answersOfCase, type ChangedAnswer, changedAnswers } from './answers-of-case.ts';
import { findApplication } from './application-store.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { findFiling } from './draft-store.ts';
import { failureOf } from './grounds-of-case.ts';
import { type ShownGround, shownGround } from './part-result.ts';
import { listSupplements } from './supplement-store.ts';

/** What a draft corrects, and how far it has come with it. */
export type AgainView = Readonly<{
  applicationId: string;
  applicationNumber: string;
  caseNumber: string;
  grounds: readonly ShownGround[];
  text: string;
  changed: readonly ChangedAnswer[];
  /** Questions that a ground names and that are answered as before. */
  untouched: readonly Element[];
}>;

/** What a draft that corrects a failed case corrects, under the form of today; the caller may edit the draft. */
export async function againView(
  deps: ApplicationsDeps,
  { curesCaseId, content }: Pick<Draft, 'curesCaseId' | 'content'>,
  form: Form,
): Promise<AgainView | undefined> {
  if (curesCaseId === undefined) return undefined;
  const { state: failed } = await deps.cases.getVersioned(deps.db, curesCaseId);
  const { applicationId, serviceId, packVersion } = failed;
  const [application, filing, supplements, decisions, pack] = await Promise.all([
    findApplication(deps.db, applicationId),
    findFiling(deps.db, applicationId),
    listSupplements(deps.db, applicationId),
    deps.decisions.listByApplication(applicationId),
    deps.catalogue.getPack(packVersion),
  ]);
  if (application === undefined || filing === undefined) throw new Problem('applications/unknown-application');
  const before = answersOfCase({ filing, supplements, packs: new Map([[packVersion, pack]]) }, failed).answers;
  const changed = changedAnswers(pack, serviceId, { before, after: filedAnswers(form, content.answers) });
  const failure = failureOf(pack, failed, decisions);
  const named = new Set((failure?.grounds ?? []).flatMap(({ elements }) => elements));
  const asked = questionsOf(form).map(({ element }) => element);
  return {
    applicationId,
    applicationNumber: application.state.number,
    caseNumber: failed.number,
    grounds: (failure?.grounds ?? []).map((ground) => shownGround(indexPack(pack), ground)),
    text: failure?.text ?? '',
    changed,
    untouched: asked.filter(({ id }) => named.has(id) && !changed.some(({ element }) => element.id === id)),
  };
}

/** What an officer asked for in a draft that supplies it. */
export type AskedView = Readonly<{
  applicationId: string;
  applicationNumber: string;
  caseNumber: string;
  text: string;
  dueOn: string;
}>;

/** What the draft supplies, if an officer asked for it; the caller may edit the draft. */
export async function askedView(
  deps: ApplicationsDeps,
  { content: { asked } }: Pick<Draft, 'content'>,
): Promise<AskedView | undefined> {
  if (asked === undefined) return undefined;
  const { state } = await deps.cases.getVersioned(deps.db, asked.caseId);
  const application = await findApplication(deps.db, state.applicationId);
  const ask = state.asks?.find(({ id }) => id === asked.askId);
  if (application === undefined || ask === undefined)
    throw new Problem('cases/nothing-asked', { number: state.number });
  const { applicationId, number: caseNumber } = state;
  return { applicationId, applicationNumber: application.state.number, caseNumber, text: ask.text, dueOn: ask.due.on };
}

/** The case that a draft adds to. */
export type AddingView = Omit<AskedView, 'text' | 'dueOn'>;

/** What the draft adds to, if the applicant adds unasked; the caller may edit the draft. */
export async function addingView(
  deps: ApplicationsDeps,
  { content: { adds } }: Pick<Draft, 'content'>,
): Promise<AddingView | undefined> {
  if (adds === undefined) return undefined;
  const { applicationId, number: caseNumber } = (await deps.cases.getVersioned(deps.db, adds.caseId)).state;
  const application = await findApplication(deps.db, applicationId);
  if (application === undefined) throw new Problem('applications/unknown-application');
  return { applicationId, applicationNumber: application.state.number, caseNumber };
}
