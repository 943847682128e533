/** A page of a list that is all in memory. */
export type ListPage<T> = Readonly<{
  shown: readonly T[];
  /** Positions of the first and the last row shown, counted from 1. */
  from: number;
  to: number;
  /** The rows behind which the pages before and after begin: an id, empty for the first page. */
  previous?: string;
  next?: string;
}>;

/** The rows behind the one with the id `after`; from the beginning where it is `null` or gone. */
export function pageOf<T extends Readonly<{ id: string }>>(
  all: readonly T[],
  { after, size }: Readonly<{ after: string | null; size: number }>,
): ListPage<T> {
  const first = all.findIndex(({ id }) => id === after) + 1;
  const shown = all.slice(first, first + size);
  const behind = (position: number) => all[position - 1]?.id ?? '';
  return {
    shown,
    from: first + 1,
    to: first + shown.length,
    ...(first > 0 ? { previous: behind(first - size) } : {}),
    ...(first + size < all.length ? { next: behind(first + size) } : {}),
  };
}
