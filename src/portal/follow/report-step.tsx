import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { TextField } from '#ui/field/ChoiceField.tsx';
import { page, submission } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from '../draft/draft.module.css';
import { orNotFound } from '../not-found.tsx';
import { once } from '../once.ts';

/** An own or outside step of the application that is the applicant's turn. */
export const loader = page(async ({ app, actor, param }) => {
  const view = await app.applications.follow(actor, param('application'));
  const part = orNotFound(view.parts.find(({ stepId }) => stepId === param('step')));
  return { applicationId: view.applicationId, number: view.number, part };
});

/** Reports the step with its number, date and file; cases that waited for it begin. */
export const action = submission(async (request) => {
  const { app, actor, param } = request;
  const applicationId = param('application');
  const documentIds: string[] = [];
  const mayBring = once(() => app.applications.assertMayRead(actor, applicationId));
  const { fields } = await request.readMultipart(request.body, async ({ name, content }) => {
    // A file for an application of somebody else is read over; the report then says that there is no such application.
    if (!(await mayBring())) return;
    await request.count('upload');
    documentIds.push((await app.documents.receive(actor, content, { name, applicationId })).id);
  });
  const typed: { number?: string; on?: string } = Object.fromEntries(fields);
  // Browsers without a date control let people type anything.
  if (typed.on && !/^\d{4}-\d{2}-\d{2}$/.test(typed.on)) return data({ typed, wrongDate: true }, { status: 422 });
  await app.applications.reportStep(actor, {
    applicationId,
    stepId: param('step'),
    ...(typed.number ? { number: typed.number } : {}),
    ...(typed.on ? { on: typed.on } : {}),
    documentIds,
  });
  return redirect(`/applications/${applicationId}`);
});

export default function ReportStepPage() {
  const { applicationId, number, part } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const dateError = failed ? t('follow.report-date-wrong') : undefined;
  const errors = dateError ? [{ target: 'on', text: dateError }] : [];
  return (
    <>
      <ErrorSummary errors={errors} />
      <PageHead
        title={t('follow.report-title', { step: local(part.name) })}
        caption={t('follow.title', { number })}
        lead={t('follow.report-lead')}
        back={`/applications/${applicationId}`}
        hasErrors={errors.length > 0}
      />
      <form method="post" encType="multipart/form-data" className={styles.question}>
        <Csrf />
        {part.proof && <p>{t('follow.report-proof', { proof: local(part.proof.name) })}</p>}
        {part.proof?.number && (
          <TextField name="number" label={t('follow.report-number')} defaultValue={failed?.typed.number ?? ''} />
        )}
        <TextField
          name="on"
          label={t('follow.report-on')}
          type="date"
          defaultValue={failed?.typed.on ?? ''}
          {...(dateError ? { error: dateError } : {})}
        />
        <div>
          <label htmlFor="file">{t('follow.report-files')}</label>
          <input id="file" name="file" type="file" />
        </div>
        <ButtonRow>
          <Button>{t('follow.report')}</Button>
        </ButtonRow>
      </form>
    </>
  );
}
