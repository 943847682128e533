import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/db/index.ts';

/** A draft to copy, how often, and whose the copies are if not its writer's. */
export type Copying = Readonly<{ draftId: string; count: number; personId?: string }>;

/** So many rows a statement: few round trips, and no statement too long. */
const chunk = 250;

/**
 * Copies a draft with documents of its own for each copy. Writing one through the use cases takes a second; a load needs
 * hundreds. Returns the ids of the copies.
 */
export async function copyDraft({ pool }: Database, { draftId, count, personId }: Copying): Promise<string[]> {
  const { rows: papers } = await pool.query<{ id: string }>('select id from documents.document where draft_id = $1', [
    draftId,
  ]);
  const { rows } = await pool.query<{ content: unknown }>('select content from applications.draft where id = $1', [
    draftId,
  ]);
  const content = JSON.stringify(rows[0]?.content);
  const owner = personId === undefined ? {} : { person_id: personId };
  const ids = Array.from({ length: count }, () => newId());
  for (let from = 0; from < count; from += chunk) {
    const copies = ids.slice(from, from + chunk).map((id) => {
      const own = papers.map((paper) => ({ was: paper.id, id: newId(), draft_id: id, ...owner }));
      const text = own.reduce((all, paper) => all.replaceAll(paper.was, paper.id), content);
      return { draft: { id, content: JSON.parse(text) as unknown, ...owner }, papers: own };
    });
    await pool.query(
      `insert into documents.document select (jsonb_populate_record(d, p)).*
       from jsonb_array_elements($1::jsonb) as p join documents.document d on d.id = (p ->> 'was')::uuid`,
      [JSON.stringify(copies.flatMap((copy) => copy.papers))],
    );
    await pool.query(
      `insert into applications.draft select (jsonb_populate_record(d, c)).*
       from applications.draft d, jsonb_array_elements($2::jsonb) as c where d.id = $1`,
      [draftId, JSON.stringify(copies.map(({ draft }) => draft))],
    );
  }
  return ids;
}
