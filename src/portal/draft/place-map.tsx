import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { PlaceMap } from '#ui/map/PlaceMap.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import { draftOf } from './draft-view.ts';
import { Way } from './Way.tsx';

/** The map is an island: only this page of the way runs in the browser, and its fields work without it. */
export const handle = { scripts: true };

export const loader = page(async (request) => {
  const { draft } = await draftOf(request);
  const { place } = draft.content;
  return {
    draftId: draft.id,
    bounds: await request.app.territory.bounds(),
    ...(place ? { outline: place.outline } : {}),
  };
});

/** A plot's number, or an outline as text; the number wins when both came. An untouched map keeps the place it shows. */
export const action = formAction(async ({ app, actor, param, text, explainField }) => {
  const draftId = param('draft');
  const [number, outline] = [text('parcel').trim(), text('outline').trim()];
  if (!number && !outline && text('kept')) return redirect(`/drafts/${draftId}/place`);
  const named = number ? { cadastralNumber: number } : { outline };
  const chosen = await app.applications.choosePlace(actor, { draftId, ...named });
  if (chosen.ok) return redirect(`/drafts/${draftId}/place`);
  const [first] = chosen.error;
  return data({ error: first ? explainField(first) : '', typed: outline }, { status: 422 });
});

export default function PlaceMapPage() {
  const { draftId, bounds, outline } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useText();
  return (
    <>
      <Way at="place" />
      <PageHead
        title={t('place.map-title')}
        lead={t('place.map-lead')}
        back={`/drafts/${draftId}/place?other`}
        hasErrors={failed !== undefined}
      />
      <ErrorSummary errors={failed ? [{ target: 'outline', text: failed.error }] : []} />
      <form method="post" className={styles.question}>
        <Csrf />
        <PlaceMap
          tools={['pick', 'draw']}
          bounds={bounds}
          names={{ parcel: 'parcel', outline: 'outline', kept: 'kept' }}
          typed={failed?.typed ?? ''}
          {...(outline ? { outline } : {})}
        />
        <ButtonRow>
          <Button>{t('draft.continue')}</Button>
          <a href={`/drafts/${draftId}/place?other`}>{t('place.map-without')}</a>
        </ButtonRow>
      </form>
    </>
  );
}
