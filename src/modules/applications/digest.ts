import { createHash } from 'node:crypto';

/** JSON with object keys in order, so that the same content always gives the same text (after RFC 8785, keys only). */
export const canonicalJson = (value: unknown): string => JSON.stringify(inKeyOrder(value));

/** Copied before it is written: asking for each value while writing is half as fast. */
function inKeyOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inKeyOrder);
  const fields = value as Readonly<Record<string, unknown>>;
  const ordered: [string, unknown][] = Object.keys(fields)
    .sort()
    .map((key) => [key, inKeyOrder(fields[key])]);
  return Object.fromEntries(ordered);
}

/** SHA-256 of content in hexadecimal: what was filed can be told from anything else. */
export const digestOf = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');
