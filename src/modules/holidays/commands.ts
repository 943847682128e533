import { z } from 'zod';
import { Id } from '#kernel/id.ts';

/** A day on which offices will be closed, in one of the city's calendars. */
export const PreviewDay = z.strictObject({ calendarId: z.string().min(1), day: z.iso.date() });
export type PreviewDay = z.infer<typeof PreviewDay>;

export const ProposeDay = PreviewDay.extend({ reason: z.string().trim().min(1).max(500) });
export type ProposeDay = z.infer<typeof ProposeDay>;

export const DecideDay = z.strictObject({ id: Id });
export type DecideDay = z.infer<typeof DecideDay>;
