import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { inOneStatement } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { emptyContent, withTriage } from './draft.ts';
import { type Filing, filed, findDraft, insertDraft, isDraftGone, updateDraft } from './draft-store.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const nothingPlanned = { situationId: 'build-office', items: [], startsOn: '2026-03-02', endsOn: '2026-03-02' };

async function beginDraft() {
  const updatedAt = '2026-03-02T07:00:00Z';
  const draft = { id: newId(), version: 1, personId: newId(), subject: 'build-office', packVersion: 'v', updatedAt };
  await insertDraft(database.db, { ...draft, content: emptyContent });
  return { ...draft, content: emptyContent };
}

const filingOf = (applicationId: string): Filing => ({
  applicationId,
  answers: {},
  provenance: {},
  applicant: { choice: 'self', kind: 'person', representative: false, name: 'Алия' },
  plan: { ...nothingPlanned, criticalPath: [], fees: 0, askedOnceSavings: 0 } as unknown as Filing['plan'],
  digest: 'x',
});
const file = (draft: { id: string; version: number }) =>
  inOneStatement(database.db, filed(draft, filingOf(newId()))).then(
    () => true,
    (error: unknown) => {
      if (isDraftGone(error)) return false;
      throw error;
    },
  );

describe('a draft', () => {
  test('is filed by one of many at once', async () => {
    const draft = await beginDraft();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => file(draft)));
    expect(outcomes.filter(Boolean)).toEqual([true]);
  });

  test('is not filed as it was read when another window saved something since', async () => {
    const draft = await beginDraft();
    await updateDraft(database.db, { ...draft, content: withTriage(draft.content, 'land', 'own') });
    expect(await file(draft)).toBe(false);
    expect(await findDraft(database.db, draft.id)).toMatchObject({ version: 2, content: { triage: { land: 'own' } } });
    expect(await file({ ...draft, version: 2 })).toBe(true);
  });

  test('is not changed any more once it is filed', async () => {
    const draft = await beginDraft();
    expect(await file(draft)).toBe(true);
    const kept = await findDraft(database.db, draft.id);
    expect(await updateDraft(database.db, { ...draft, version: kept?.version ?? 0 })).toBe(false);
  });
});
