import type { Actor } from '#kernel/actor.ts';
import { demoId } from '#modules/people/index.ts';
import type { Database } from '#platform/db/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import { copyDraft } from '#tests/support/copied-drafts.ts';
import type { App } from '../../src/app.ts';
import { type Wish, writeDraft } from '../../src/demo/write-draft.ts';

/** Somebody who files: the headers of a signed-in browser, and drafts that are complete. */
export type Filer = Readonly<{ cookie: string; csrf: string; draftIds: string[] }>;

const triage = { land: 'none', building: 'new', size: 'medium', funding: 'own', storm: 'yes' };
const situationId = 'build-office';

/** Residents for themselves, an entrepreneur for the company, a representative under a power of attorney. */
const filers: readonly { subject: string; wish: Wish }[] = [
  { subject: 'resident-1', wish: { subject: { situationId }, triage, place: { point: [49.12, 55.79] } } },
  { subject: 'resident-2', wish: { subject: { situationId }, triage, place: { point: [49.12, 55.79] } } },
  {
    subject: 'entrepreneur-1',
    wish: { subject: { situationId }, triage, place: { point: [49.12, 55.79] }, applicant: demoId('company-1') },
  },
  {
    subject: 'representative-1',
    wish: { subject: { situationId }, triage, place: { point: [49.12, 55.79] }, applicant: demoId('mandate-1') },
  },
];

/**
 * `count` complete drafts of the "build an office" bundle for each filer: one written through the use cases, the others
 * copies of it with documents of their own.
 */
export async function prepareFilers(app: App, database: Database, count: number): Promise<Filer[]> {
  const sessions = createSessions({ db: app.db, clock: app.clock });
  return Promise.all(
    filers.map(async ({ subject, wish }) => {
      const actor: Actor = { kind: 'person', personId: demoId(subject) };
      const { draftId } = await writeDraft(app, actor, wish);
      const { token, session } = await sessions.create({ actor, name: subject }, 'bench');
      const draftIds = await copyDraft(database, { draftId, count });
      return { cookie: `session=${token}`, csrf: session.csrfToken, draftIds };
    }),
  );
}
