import { oneLineType } from '../one-line-type.ts';

/** One line of text. */
export const text = oneLineType({ id: 'text', maxLength: 250, messages: {} });
