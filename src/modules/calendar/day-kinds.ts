/**
 * What a day is, as one byte a day. Codes 0 to 2 are working days. The letter stands for the kind in the text over
 * which a calendar's digest is taken, so letters never change their meaning.
 */
export const dayKinds = [
  { id: 'working', letter: 'w' },
  { id: 'workingWeekend', letter: 'W' },
  { id: 'decreeCounted', letter: 'c' },
  { id: 'weekend', letter: 'e' },
  { id: 'holiday', letter: 'h' },
  { id: 'movedHoliday', letter: 'm' },
  { id: 'decree', letter: 'd' },
] as const;

export type DayKind = (typeof dayKinds)[number]['id'];

export const WORKING = 0;
export const WORKING_WEEKEND = 1;
export const DECREE_COUNTED = 2;
export const WEEKEND = 3;
export const HOLIDAY = 4;
export const MOVED_HOLIDAY = 5;
export const DECREE = 6;

/** Whether a kind's code is that of a working day. */
export const isWorkingCode = (code: number): boolean => code <= DECREE_COUNTED;
