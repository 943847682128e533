/** Beginnings that tell a month's name apart in Russian (any case), Tatar and English, January first. */
const beginnings: readonly (readonly string[])[] = [
  ['янв', 'гыйн', 'jan'],
  ['фев', 'feb'],
  ['мар', 'mar'],
  ['апр', 'apr'],
  ['май', 'мая', 'may'],
  ['июн', 'jun'],
  ['июл', 'jul'],
  ['авг', 'aug'],
  ['сен', 'sep'],
  ['окт', 'oct'],
  ['ноя', 'nov'],
  ['дек', 'dec'],
];

/** Number of a month written in digits or by name, from 1; `undefined` if it is neither. */
export function monthOf(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  const word = text.toLowerCase();
  const index = beginnings.findIndex((names) => names.some((name) => word.startsWith(name)));
  return index < 0 ? undefined : index + 1;
}
