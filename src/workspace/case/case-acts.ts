import { AskApplicant } from '#modules/applications/commands.ts';
import {
  DeclareNotNeeded,
  ExtendCase,
  RejectCase,
  ResumeCase,
  SuspendCase,
  TakeCase,
} from '#modules/cases/commands.ts';
import { DraftDecision, SendBackDecision, SignDecision } from '#modules/decisions/commands.ts';
import { SendRequest } from '#modules/requests/commands.ts';
import type { PageSubmission } from '#ui/page.ts';
import { actControl, InputRefused, type Posted, readCommand, textIn, textsIn } from '../posted.ts';
import { todayOf } from '../queue/queue-view.ts';
import { readRecord, recordQuestions } from './record-form.ts';

/** What an act works with: the request, the case and what was typed. Gives the name of the notice to show after it. */
type Act = (request: PageSubmission, caseId: string, posted: Posted) => Promise<string>;

const acts: Readonly<Record<string, Act>> = {
  async take({ app, actor }, caseId) {
    await app.cases.take(actor, readCommand(TakeCase, { caseId }));
    return 'take';
  },
  async giveBack({ app, actor }, caseId) {
    await app.cases.giveBack(actor, readCommand(TakeCase, { caseId }));
    return 'giveBack';
  },
  async accept({ app, actor }, caseId) {
    await app.cases.accept(actor, readCommand(TakeCase, { caseId }));
    return 'accept';
  },
  async reject({ app, actor }, caseId, posted) {
    const input = { caseId, grounds: textsIn(posted, 'grounds'), comment: textIn(posted, 'comment') };
    await app.cases.reject(actor, readCommand(RejectCase, input));
    return 'reject';
  },
  async notNeeded({ app, actor }, caseId, posted) {
    await app.cases.declareNotNeeded(
      actor,
      readCommand(DeclareNotNeeded, { caseId, comment: textIn(posted, 'comment') }),
    );
    return 'notNeeded';
  },
  async suspend({ app, actor }, caseId, posted) {
    const [owner, agencyId] = textIn(posted, 'owner').split(':');
    const input = { ...termWords(posted), caseId, ...dayIn(posted, 'from'), documentIds: posted.documentIds, owner };
    await app.cases.suspend(actor, readCommand(SuspendCase, agencyId === undefined ? input : { ...input, agencyId }));
    return 'suspend';
  },
  async resume({ app, actor }, caseId, posted) {
    await app.cases.resume(actor, readCommand(ResumeCase, { caseId, ...dayIn(posted, 'on') }));
    return 'resume';
  },
  async extend({ app, actor }, caseId, posted) {
    const kind = textIn(posted, actControl).split(':')[1];
    const amount = textIn(posted, 'amount');
    const input = { ...termWords(posted), caseId, kind, ...(amount === '' ? {} : { amount }) };
    await app.cases.extend(actor, readCommand(ExtendCase, input));
    return 'extend';
  },
  async ask({ app, actor }, caseId, posted) {
    const kind = textIn(posted, actControl).split(':')[1] ?? 'free';
    const { documentIds } = posted;
    const input = { caseId, to: textIn(posted, 'to'), question: textIn(posted, 'question'), documentIds };
    await app.requests.send(actor, readCommand(SendRequest, kind === 'free' ? input : { ...input, kind }));
    return 'ask';
  },
  async askApplicant({ app, actor }, caseId, posted) {
    const elements = textsIn(posted, 'elements');
    const days = textIn(posted, 'days').trim();
    const mistakes = elements.length === 0 ? [{ name: 'elements', code: 'some' } as const] : [];
    if (mistakes.length > 0) throw new InputRefused(mistakes);
    const input = { caseId, elements, text: textIn(posted, 'text'), ...(days === '' ? {} : { days }) };
    await app.applications.askApplicant(actor, readCommand(AskApplicant, input));
    return 'askApplicant';
  },
  async grant(request, caseId, posted) {
    const { app, actor } = request;
    const { serviceId, packVersion } = await app.cases.getCase(actor, caseId);
    const asked = recordQuestions(await app.catalogue.getPack(packVersion), serviceId);
    const { entered, errors } = readRecord(asked, posted.fields, todayOf(request));
    const text = textIn(posted, 'text');
    if (errors.length > 0) throw new InputRefused(text.trim() === '' ? [{ name: 'text', code: 'text' }] : [], errors);
    await app.decisions.draft(actor, readCommand(DraftDecision, { caseId, outcome: 'granted', text, fields: entered }));
    return 'draft';
  },
  async refuse({ app, actor }, caseId, posted) {
    const grounds = textsIn(posted, 'grounds');
    const mistakes = grounds.length === 0 ? [{ name: 'grounds', code: 'grounds' } as const] : [];
    if (mistakes.length > 0) throw new InputRefused(mistakes);
    const input = { caseId, outcome: 'refused', grounds, text: textIn(posted, 'text') };
    await app.decisions.draft(actor, readCommand(DraftDecision, input));
    return 'draft';
  },
  async sendBack({ app, actor }, _caseId, posted) {
    const input = { decisionId: textIn(posted, 'decision'), comment: textIn(posted, 'comment') };
    await app.decisions.sendBack(actor, readCommand(SendBackDecision, input));
    return 'sendBack';
  },
  async sign({ app, actor }, _caseId, posted) {
    await app.decisions.sign(actor, readCommand(SignDecision, { decisionId: textIn(posted, 'decision') }));
    return 'sign';
  },
};

const termWords = (posted: Posted) => ({ reason: textIn(posted, 'reason'), evidence: textIn(posted, 'evidence') });

/** A day that was typed; none means today. */
const dayIn = (posted: Posted, name: string): Readonly<Record<string, string>> => {
  const day = textIn(posted, name).trim();
  return day === '' ? {} : { [name]: day };
};

/** Does what the form of a case page asks; the name of the notice to show after it, nothing for an act nobody knows. */
export async function actOnCase(request: PageSubmission, caseId: string, posted: Posted): Promise<string | undefined> {
  const [name = ''] = textIn(posted, actControl).split(':');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  return act?.(request, caseId, posted);
}
