import { redirect } from 'react-router';
import { page } from '#ui/page.ts';
import { draftOf, nextPath } from './draft-view.ts';

/** A draft opens where the person left off. */
export const loader = page(async (request) => redirect(nextPath(await draftOf(request))));

export default function Draft() {
  return null;
}
