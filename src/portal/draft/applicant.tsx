import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { ChoiceField } from '#ui/field/ChoiceField.tsx';
import { formAction, page, signInPath } from '#ui/page.ts';
import { BackLink } from '#ui/page-head/BackLink.tsx';
import { useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import { type DraftView, draftOf } from './draft-view.ts';
import { Way } from './Way.tsx';

/** For whom the signed-in person may apply. A guest signs in first: from here on the city fills in what it knows. */
export const loader = page(async (request) => {
  if (request.actor.kind === 'anonymous') throw redirect(signInPath(request.url));
  const { draft, applicants } = await draftOf(request);
  return { draftId: draft.id, applicants, chosen: draft.content.applicant?.choice };
});

export const action = formAction(async ({ app, actor, param, text }) => {
  const draftId = param('draft');
  const chosen = await app.applications.chooseApplicant(actor, { draftId, applicant: text('applicant') || '-' });
  return chosen.ok ? redirect(`/drafts/${draftId}`) : data({ hasError: true }, { status: 422 });
});

type Applicant = DraftView['applicants'][number];

const textId = ({ choice, kind, representative }: Applicant) => {
  if (representative) return 'applicant.mandate';
  if (choice === 'self') return 'applicant.self';
  return kind === 'entrepreneur' ? 'applicant.entrepreneur' : 'applicant.organisation';
};

export default function ApplicantPage() {
  const { draftId, applicants, chosen } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  const t = useText();
  const error = wrong ? t('draft.choose-one') : undefined;
  return (
    <>
      <title>{`${wrong ? `${t('error.prefix')} ` : ''}${t('applicant.title')} · ${t('shell.brand')}`}</title>
      <Way at="applicant" />
      <BackLink to={`/drafts/${draftId}/plan`} />
      <ErrorSummary errors={error ? [{ target: 'applicant', text: error }] : []} />
      <form method="post" noValidate className={styles.question}>
        <Csrf />
        <ChoiceField
          name="applicant"
          legend={t('applicant.title')}
          hint={t('applicant.hint')}
          options={applicants.map((one) => ({ value: one.choice, label: t(textId(one), { name: one.name }) }))}
          chosen={chosen ?? (applicants.length === 1 ? 'self' : '')}
          {...(error ? { error } : {})}
          isHeading
        />
        <ButtonRow>
          <Button>{t('draft.continue')}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
