import { AnswerRequest, CancelRequest, RefuseRequest, TakeRequest } from '#modules/requests/commands.ts';
import type { PageSubmission } from '#ui/page.ts';
import { actControl, type Posted, readCommand, textIn } from '../posted.ts';

type Act = (request: PageSubmission, requestId: string, posted: Posted) => Promise<string>;

const acts: Readonly<Record<string, Act>> = {
  async take({ app, actor }, requestId) {
    await app.requests.take(actor, readCommand(TakeRequest, { requestId }));
    return 'requestTake';
  },
  async answer({ app, actor }, requestId, posted) {
    const { documentIds } = posted;
    const input = { requestId, text: textIn(posted, 'text'), documentIds };
    await app.requests.answer(actor, readCommand(AnswerRequest, input));
    return 'answer';
  },
  async refuse({ app, actor }, requestId, posted) {
    await app.requests.refuse(actor, readCommand(RefuseRequest, { requestId, text: textIn(posted, 'text') }));
    return 'requestRefuse';
  },
  async cancel({ app, actor }, requestId, posted) {
    await app.requests.cancel(actor, readCommand(CancelRequest, { requestId, reason: textIn(posted, 'reason') }));
    return 'cancel';
  },
};

/** Does what the form of a request page asks; the name of the notice to show after it, nothing for an unknown act. */
export async function actOnRequest(
  request: PageSubmission,
  requestId: string,
  posted: Posted,
): Promise<string | undefined> {
  const name = textIn(posted, actControl);
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  return act?.(request, requestId, posted);
}
