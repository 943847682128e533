import { createHash } from 'node:crypto';
import type { Derivation } from './derivation.ts';

/** A derivation that shows any later change of itself: `seal` is SHA-256 (hexadecimal) over all the rest. */
export type SealedDerivation = Derivation & Readonly<{ seal: string }>;

/** JSON with the keys of every object in order and no spaces: one text for one meaning (in the manner of RFC 8785). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}

/** The derivation with its seal, as it is stored and given out. */
export const sealDerivation = (derivation: Derivation): SealedDerivation => ({
  ...derivation,
  seal: createHash('sha256').update(canonical(derivation)).digest('hex'),
});
