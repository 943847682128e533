import type { z } from 'zod';

/**
 * A kind of work done after the transaction that asks for it: its name `module.verb` and the shape of its payload.
 * A payload names things by id; personal data stays where it is.
 */
export type JobKind<P> = Readonly<{ name: `${string}.${string}`; payload: z.ZodType<P> }>;

/** The moment a module's work is named; `name` is unique in the program. */
export const jobKind = <P>(name: `${string}.${string}`, payload: z.ZodType<P>): JobKind<P> => ({ name, payload });
