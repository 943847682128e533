import { data } from 'react-router';
import { page } from '#ui/page.ts';

/** The value, or the page "there is no such page". */
export function orNotFound<T>(value: T | undefined): T {
  if (value === undefined) throw data(null, { status: 404 });
  return value;
}

/** Every address that no other route knows. */
export const loader = page(() => orNotFound<null>(undefined));

export default function NotFound() {
  return null;
}
