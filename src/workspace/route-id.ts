import { data } from 'react-router';
import { Id } from '#kernel/id.ts';
import type { PageRequest } from '#ui/page.ts';

/** The id in the page's address; anything else there is a page that does not exist. */
export function routeId({ param }: Pick<PageRequest, 'param'>, name: string): string {
  const read = Id.safeParse(param(name));
  if (!read.success) throw data(null, { status: 404 });
  return read.data;
}

/** The value, or the page "there is no such page". */
export function orNotFound<T>(value: T | undefined): T {
  if (value === undefined) throw data(null, { status: 404 });
  return value;
}
