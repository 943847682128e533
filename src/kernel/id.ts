import { z } from 'zod';

/** Identifier of anything the program makes: UUID version 7 (RFC 9562), so that keys sort by time of birth. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** Whether a text of an address or a form can be the id of anything: what cannot names nothing. */
export const isId = (text: string): boolean => Id.safeParse(text).success;

/** A new UUIDv7 for the moment `now` (milliseconds since 1970); all other bits are those of a random UUID (version 4). */
export function newId(now: number = Date.now()): Id {
  const time = Math.trunc(now).toString(16).padStart(12, '0');
  // A random UUID is made from a store of random bytes, which costs a tenth of asking for sixteen of them.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
