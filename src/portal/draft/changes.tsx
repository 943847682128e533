import { redirect, useLoaderData } from 'react-router';
import { VersionNotice } from '#modules/forms/ui.ts';
import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { draftAsLeft } from './draft-view.ts';

/** What newer rules change in a draft begun before them; without a change the draft goes on. */
export const loader = page(async (request) => {
  const { draft, situation, outdated } = await draftAsLeft(request);
  if (outdated === undefined) throw redirect(`/drafts/${draft.id}`);
  return { subject: situation.name, outdated };
});

/** The person has seen it: the draft goes on where something is asked anew. */
export const action = formAction(async ({ app, actor, param }) => {
  await app.applications.acceptNewVersion(actor, param('draft'));
  return redirect(`/drafts/${param('draft')}`);
});

export default function ChangesPage() {
  const { subject, outdated } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <PageHead title={t('draft.outdated')} caption={local(subject)} lead={t('draft.outdated-what')} />
      <form method="post" className="stack">
        <Csrf />
        <VersionNotice reconciliation={outdated} />
        <Button>{t('draft.outdated-accept')}</Button>
      </form>
    </>
  );
}
