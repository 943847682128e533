import { redirect } from 'react-router';
import type { PageRequest } from '#ui/page.ts';

type App = PageRequest['app'];

/** A draft with its questions, plan and form, as the door of applications gives it. */
export type DraftView = Awaited<ReturnType<App['applications']['getDraft']>>;

/**
 * The draft of the page's address. A filed one leads to its receipt; one that newer rules change, to the page that says
 * what they change.
 */
export async function draftOf(request: PageRequest): Promise<DraftView> {
  const view = await draftAsLeft(request);
  if (view.outdated !== undefined) throw redirect(`/drafts/${view.draft.id}/changes`);
  return view;
}

/**
 * Where a filed draft is acknowledged. The receipt is of what was filed first: what was supplied stands on the page of
 * the application.
 */
export const filedAt = (applicationId: string, { asked, adding }: Pick<DraftView, 'asked' | 'adding'>): string =>
  asked || adding ? `/applications/${applicationId}?done=supply` : `/applications/${applicationId}/receipt`;

/** The draft as the person left it, whether its rules have changed or not. */
export async function draftAsLeft({ app, actor, param }: PageRequest): Promise<DraftView> {
  const view = await app.applications.getDraft(actor, param('draft'));
  const { applicationId } = view.draft;
  if (applicationId !== undefined) throw redirect(filedAt(applicationId, view));
  return view;
}

/** Where the person goes on. */
export const nextPath = (view: Pick<DraftView, 'draft' | 'next'>): string => `/drafts/${view.draft.id}/${view.next}`;

/** The steps of the way from the first question to filing. A situation without questions begins at the place. */
export const waySteps = ['triage', 'place', 'plan', 'applicant', 'form', 'check'] as const;
export type WayStep = (typeof waySteps)[number];

/** A correction keeps everything else: only the form and the check are left of the way. */
export const againSteps = ['form', 'check'] as const satisfies readonly WayStep[];
