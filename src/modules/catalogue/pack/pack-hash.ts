import { createHash } from 'node:crypto';
import type { Pack } from './pack.ts';

/** JSON with sorted keys: the same content gives the same text, in whatever order a database or a person keeps keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)));
  });
}

/** SHA-256 of a pack's content, in hexadecimal. */
export function hashOf(content: Omit<Pack, 'hash'>): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}
