import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { demoId } from '#modules/people/index.ts';
import type { Database } from '#platform/db/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
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
      const draftIds = await copies(database, draftId, count);
      return { cookie: `session=${token}`, csrf: session.csrfToken, draftIds };
    }),
  );
}

async function copies({ pool }: Database, model: string, count: number): Promise<string[]> {
  const { rows: papers } = await pool.query<{ id: string }>('select id from documents.document where draft_id = $1', [
    model,
  ]);
  const ids = Array.from({ length: count }, () => newId());
  for (let from = 0; from < ids.length; from += 250) {
    const some = ids.slice(from, from + 250).map((id) => ({ id, papers: papers.map((paper) => [paper.id, newId()]) }));
    await pool.query(
      `insert into documents.document
       select (jsonb_populate_record(d, jsonb_build_object('id', p ->> 1, 'draft_id', c ->> 'id'))).*
       from jsonb_array_elements($1::jsonb) as c, jsonb_array_elements(c -> 'papers') as p
       join documents.document d on d.id = (p ->> 0)::uuid`,
      [JSON.stringify(some)],
    );
    const { rows } = await pool.query<{ content: unknown }>('select content from applications.draft where id = $1', [
      model,
    ]);
    const content = JSON.stringify(rows[0]?.content);
    const drafts = some.map(({ id, papers: pairs }) => ({
      id,
      content: JSON.parse(pairs.reduce((text, [old = '', own = '']) => text.replaceAll(old, own), content)),
    }));
    await pool.query(
      `insert into applications.draft
       select (jsonb_populate_record(d, c)).* from applications.draft d, jsonb_array_elements($2::jsonb) as c
       where d.id = $1`,
      [model, JSON.stringify(drafts)],
    );
  }
  return ids;
}
