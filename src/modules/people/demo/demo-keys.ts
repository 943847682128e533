import { randomBytes } from 'node:crypto';
import type { Db } from '#platform/db/index.ts';
import { findKeys, insertKeys, type ProviderKeys } from './demo-store.ts';

async function newKeys(): Promise<ProviderKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
  // The provider works out what a key is for; limits written into it by the exporter would stand in the way.
  const { key_ops: _operations, ext: _extractable, ...key } = jwk;
  return {
    jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig' }] },
    cookieKey: randomBytes(32).toString('base64url'),
    clientSecret: randomBytes(32).toString('base64url'),
  };
}

/** The keys in the database, made now if this is the first use. */
export async function sharedKeys(db: Db): Promise<ProviderKeys> {
  const known = await findKeys(db);
  if (known) return known;
  await insertKeys(db, await newKeys());
  const made = await findKeys(db);
  if (!made) throw new Error('the demo provider has no keys');
  return made;
}
