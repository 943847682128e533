import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { authoriseOrHide } from '#modules/people/index.ts';
import { actingFor } from './applicant-choice.ts';
import type { ApplicationState } from './application.ts';
import { findApplication } from './application-store.ts';
import type { ApplicationsDeps } from './deps.ts';

type Asked = Readonly<{ applicationId: string; permission: 'application:file' | 'application:withdraw' }>;

/**
 * The application for whoever acts for its applicant; for anybody else it does not exist. Throws
 * `applications/unknown-application`, and `applications/withdrawn` when the applicant has given it up.
 */
export async function getOwnApplication(
  deps: ApplicationsDeps,
  actor: Actor,
  { applicationId, permission }: Asked,
): Promise<ApplicationState> {
  const unknown = 'applications/unknown-application';
  const found = await findApplication(deps.db, applicationId);
  if (found === undefined) throw new Problem(unknown);
  const { filedBy, onBehalfOf, number, withdrawnAt } = found.state;
  const acting = await actingFor(deps.people, actor, onBehalfOf);
  authoriseOrHide(acting, permission, { of: { filedBy, ...(onBehalfOf ? { onBehalfOf } : {}) }, unknown });
  if (withdrawnAt !== undefined && permission === 'application:file')
    throw new Problem('applications/withdrawn', { number });
  return found.state;
}
