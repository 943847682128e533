import type { FieldError } from '#kernel/result.ts';
import type { Element } from '../element.ts';
import { fieldError } from './field-type.ts';
import { oneLine } from './reading.ts';

/** A typed number taken apart: `-1 250,50` → minus, whole `1250`, fraction `50`. */
export type TypedNumber = Readonly<{ negative: boolean; whole: string; fraction: string }>;

/**
 * Reads a number as people type it: spaces or apostrophes between thousands, comma or point before the fraction.
 * With both marks the last one starts the fraction (`1.250,50`, `1,250.50`). A lone mark starts the fraction too, as in
 * Russian and Tatar; before exactly three digits (`1,250`) it may have been meant otherwise, so these keep their zeros and
 * are too many for a field of two decimals. `undefined` if it is no number.
 */
export function readNumber(typed: string): TypedNumber | undefined {
  const bare = oneLine(typed)
    .replace(/[\s'’]/g, '')
    .replace(/^[−–—]/, '-');
  const match = /^([+-]?)(\d*)(?:[.,](\d*))?$/.exec(withoutGroups(bare));
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (match === null || whole + fraction === '') return undefined;
  const isAmbiguous = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return {
    negative: match[1] === '-',
    whole: whole.replace(/^0+(?=\d)/, '') || '0',
    fraction: isAmbiguous ? fraction : fraction.replace(/0+$/, ''),
  };
}

/** Drops the marks between thousands when they cannot be taken for the decimal mark. */
function withoutGroups(bare: string): string {
  if (/^[+-]?\d{1,3}(\.\d{3})+(,\d*|\.\d{3})$/.test(bare)) return bare.replaceAll('.', '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d*|,\d{3})$/.test(bare)) return bare.replaceAll(',', '');
  return bare;
}

/** A number of fixed digits as an integer of the smallest unit: `{1250, 5}` with 2 digits → 125050. */
export function scaled(number: TypedNumber, digits: number): number {
  const value = Number(number.whole + number.fraction.padEnd(digits, '0'));
  return number.negative && value !== 0 ? -value : value;
}

/** Checks a number against the element's limits, given and named in the unit of the value. */
export function checkRange(
  value: number,
  element: Element,
  inWords: (limit: number) => number = (limit) => limit,
): FieldError[] {
  const { min, max } = element;
  if (typeof min === 'number' && value < min)
    return [fieldError({ element }, 'forms/too-small', { min: inWords(min) })];
  if (typeof max === 'number' && value > max) return [fieldError({ element }, 'forms/too-big', { max: inWords(max) })];
  return [];
}
