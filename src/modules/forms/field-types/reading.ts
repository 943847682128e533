/** Characters nobody sees: zero-width ones, soft hyphens, byte-order marks, controls other than tab and line end. */
const invisible = /[[\p{Cc}\p{Cf}]--[\t\n]]/gv;

/**
 * A typed line without what cannot be seen or stored: NFC, one space between words, no ends.
 * PostgreSQL's jsonb takes neither NUL nor a lone surrogate, so both go here.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\r\n]+/g, ' ')
    .replace(invisible, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The same for a text of several lines: line ends become `\n`, ends of lines lose their spaces. */
export function manyLines(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/^\n+|\s+$/g, '');
}

/** The digits of a typed number, if it holds only digits and the usual separators between them; else `undefined`. */
export function digitsOf(text: string): string | undefined {
  const bare = text.replace(/[\s\-–—−.()/]/g, '');
  return /^\d+$/.test(bare) ? bare : undefined;
}

/** Weighted sum of the leading digits, the base of the check digits of Russian registration numbers. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}
