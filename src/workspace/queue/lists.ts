import { Id } from '#kernel/id.ts';

/** Lists of the queue page: of cases, then of requests to the department and of those it sent. */
export const caseLists = ['open', 'mine', 'waiting', 'toSign', 'done'] as const;
export const requestLists = ['asked', 'asking'] as const;
export type CaseList = (typeof caseLists)[number];
export type RequestList = (typeof requestLists)[number];
export type WorkList = CaseList | RequestList;

/** The list an address names; the department's open cases where it names none. */
export const readList = (name: string | null): WorkList =>
  [...caseLists, ...requestLists].find((list) => list === name) ?? 'open';

export const isRequestList = (list: WorkList): list is RequestList => list === 'asked' || list === 'asking';

/** Where a page of a list goes on: after the row with this due date (none for cases whose clock does not run) and id. */
export type Cursor = Readonly<{ dueOn: string | null; id: string }>;

export const writeCursor = ({ dueOn, id }: Cursor): string => `${dueOn ?? 'none'}~${id}`;

/** The cursor of an address; `undefined` for the first page and for anything that was not written by us. */
export function readCursor(text: string | null): Cursor | undefined {
  const [dueOn = '', id = ''] = (text ?? '').split('~');
  if (!Id.safeParse(id).success) return undefined;
  if (dueOn === 'none') return { dueOn: null, id };
  return /^\d{4}-\d{2}-\d{2}$/.test(dueOn) ? { dueOn, id } : undefined;
}

/** Address of a list of the queue, or of its next page. */
export function listPath({
  list,
  department,
  after,
}: Readonly<{ list: WorkList; department?: string | undefined; after?: Cursor | undefined }>): string {
  const query = new URLSearchParams();
  if (list !== 'open') query.set('list', list);
  if (department !== undefined) query.set('department', department);
  if (after !== undefined) query.set('after', writeCursor(after));
  return query.size === 0 ? '/work' : `/work?${query}`;
}
