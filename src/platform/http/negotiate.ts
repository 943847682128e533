/** One range of an Accept header: what it covers, how exactly it names it, how much it is wanted. */
type Range = Readonly<{ type: string; exactness: number; quality: number }>;

function rangeOf(text: string): Range | undefined {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (!/^[^\s/]+\/[^\s/]+$/.test(type)) return undefined;
  const weight = parameters.find((one) => /^q\s*=/.test(one))?.replace(/^q\s*=\s*/, '');
  const quality = weight === undefined ? 1 : Number(weight);
  if (!(quality >= 0 && quality <= 1)) return undefined;
  return { type, exactness: type === '*/*' ? 0 : type.endsWith('/*') ? 1 : 2, quality };
}

const covers = ({ type, exactness }: Range, offered: string): boolean =>
  exactness === 0 || (exactness === 1 ? offered.startsWith(type.slice(0, -1)) : offered === type);

/**
 * The media type among `offered` that an Accept header wants most (RFC 9110, section 12.5.1): by quality, the most exact
 * range deciding for each type, and among equals the one offered first. No header, or one that says nothing readable,
 * takes the first; undefined where none is acceptable.
 */
export function preferredType<T extends string>(accept: string | undefined, offered: readonly T[]): T | undefined {
  const ranges = (accept ?? '').split(',').flatMap((text) => rangeOf(text) ?? []);
  if (ranges.length === 0) return offered[0];
  const exactFirst = ranges.toSorted((left, right) => right.exactness - left.exactness);
  const wanted = offered.map((type) => ({
    type,
    quality: exactFirst.find((range) => covers(range, type))?.quality ?? 0,
  }));
  // Sorting keeps the order of equals.
  const [best] = wanted.filter(({ quality }) => quality > 0).sort((left, right) => right.quality - left.quality);
  return best?.type;
}
