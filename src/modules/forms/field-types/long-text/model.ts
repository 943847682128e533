import { oneLineType } from '../one-line-type.ts';
import { manyLines } from '../reading.ts';

/** Text of several lines, lines kept. */
export const longText = oneLineType({ id: 'long-text', maxLength: 4000, clean: manyLines, messages: {} });
