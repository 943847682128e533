import { createHash } from 'node:crypto';

/** JSON with object keys in order, so that the same content always gives the same text (after RFC 8785, keys only). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** SHA-256 of content in hexadecimal: what was filed can be told from anything else. */
export const digestOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
