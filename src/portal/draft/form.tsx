import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { FieldError } from '#kernel/result.ts';
import { findPage, pageBefore } from '#modules/forms/index.ts';
import { FormPage } from '#modules/forms/ui.ts';
import { Csrf } from '#ui/csrf.tsx';
import { page, submission } from '#ui/page.ts';
import { useText } from '#ui/text.tsx';
import { documentsOf } from '../documents.ts';
import { orNotFound } from '../not-found.tsx';
import { AddingHead, AskedHead, CorrectionHead } from './Correction.tsx';
import { type DraftView, draftOf } from './draft-view.ts';
import { receiveUploads } from './receive-uploads.ts';
import { Way } from './Way.tsx';

/** One page of the form with everything typed so far. */
export const loader = page(async (request) => {
  const { draft, form, again, asked, adding } = await draftOf(request);
  const pageId = request.param('page');
  const found = orNotFound(findPage(form, pageId));
  const before = pageBefore(form, pageId);
  return {
    form,
    page: found,
    answers: draft.content.answers,
    raw: draft.content.raw,
    errors: draft.content.errors[pageId] ?? [],
    documents: await documentsOf(request, { ...form, pages: [found] }, draft.content),
    back: before ? `/drafts/${draft.id}/form/${before.id}` : beginning(draft.id, again ?? asked ?? adding),
    ...(asked ? { asked } : {}),
    ...(again ? { again } : {}),
    ...(adding ? { adding } : {}),
  };
});

/** What stands before the form: the choice of the applicant, or the application that is corrected. */
const beginning = (draftId: string, again: Pick<NonNullable<DraftView['adding']>, 'applicationId'> | undefined) =>
  again ? `/applications/${again.applicationId}` : `/drafts/${draftId}/applicant`;

/** Saves the page. Files go to the store as they arrive; a refused one is a mistake at its field. */
export const action = submission(async (request) => {
  const { app, actor, param } = request;
  const { fields, received, refused } = await receiveUploads(request);
  const draftId = param('draft');
  const saved = await app.applications.savePage(actor, { draftId, pageId: param('page'), fields, received });
  const stays = fields.some(([name]) => name === 'stay' || name.endsWith(':remove'));
  const errors: readonly FieldError[] = saved.ok ? [] : saved.error;
  if (refused.length > 0) return data({ errors: [...errors, ...refused] }, { status: 422 });
  if (stays) return redirect(`/drafts/${draftId}/form/${param('page')}`);
  return saved.ok ? redirect(`/drafts/${draftId}`) : data({ errors }, { status: 422 });
});

export default function FormPageOfDraft() {
  const { documents, again, asked, adding, ...shown } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useText();
  const errors = failed?.errors ?? shown.errors;
  return (
    <>
      <Way at="form" isAgain={again !== undefined || asked !== undefined || adding !== undefined} />
      {asked && <AskedHead asked={asked} />}
      {again && <CorrectionHead again={again} />}
      {adding && <AddingHead adding={adding} />}
      <FormPage {...shown} errors={errors} moreMessages={messagesOf(errors)} documents={new Map(documents)}>
        <Csrf />
      </FormPage>
      <p className="soft">{t('draft.saved')}</p>
    </>
  );
}

/** Texts of refused uploads travel as a parameter of their error, in the reader's language. */
function messagesOf(errors: readonly FieldError[]) {
  const texts = errors.flatMap(({ code, params }) => {
    const text = params?.text;
    return typeof text === 'string' ? [[code, { ru: text, tt: text, en: text }] as const] : [];
  });
  return Object.fromEntries(texts);
}
