import { z } from 'zod';

/** Identifier of anything the program makes: UUID version 7 (RFC 9562), so that keys sort by time of birth. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** A new UUIDv7 for the moment `now` (milliseconds since 1970); random bits from the platform's generator. */
export function newId(now: number = Date.now()): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(now) << 16n) | 0x7000n | BigInt((((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0xfff),
  );
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toHex();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
