import { oneLineType } from '../one-line-type.ts';
import { oneLine } from '../reading.ts';

/** A postal address in one line; typed lines are joined by commas and each comma gets its space. */
export const address = oneLineType({
  id: 'address',
  maxLength: 500,
  clean: (text) =>
    oneLine(text.replace(/[\r\n]+/g, ', '))
      .replace(/\s*,[\s,]*/g, ', ')
      .replace(/^, |,\s*$/g, ''),
  messages: {},
});
