import type { Adapter } from 'oidc-provider';
import type { Executor } from '#platform/db/index.ts';
import * as store from './demo-store.ts';

/** Where the demo provider keeps codes, grants and sessions: in the database, so that all web processes share them. */
export const demoAdapter =
  (db: Executor) =>
  (model: string): Adapter => ({
    upsert: (id, payload, expiresIn) =>
      store.upsertEntry(db, { model, id, payload: { ...payload }, expiresIn: expiresIn ?? null }),
    find: (id) => store.findEntry(db, model, id),
    findByUid: (uid) => store.findEntryByUid(db, model, uid),
    // Only the device flow has user codes, and it is off.
    findByUserCode: async () => undefined,
    consume: (id) => store.consumeEntry(db, model, id),
    destroy: (id) => store.deleteEntry(db, model, id),
    revokeByGrantId: (grantId) => store.deleteEntriesOfGrant(db, grantId),
  });
