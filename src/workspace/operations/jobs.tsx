import { redirect, useLoaderData } from 'react-router';
import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';

/** Work after a transaction that failed as often as it may: a person looks, mends the cause and lets it begin anew. */
export const loader = page(async ({ app, actor, url }) => {
  const failed = await app.operations.listFailedJobs(actor);
  return {
    timeZone: app.catalogue.current.city.timeZone,
    isDone: url.searchParams.get('done') === 'retried',
    jobs: failed.map(({ id, name, attempts, lastError, failedAt }) => ({
      id,
      name,
      attempts,
      lastError: lastError?.split('\n')[0] ?? '',
      failedAt: failedAt.toISOString(),
    })),
  };
});

/** Lets a job begin anew. */
export const action = formAction(async ({ app, actor, text }) => {
  await app.operations.retryFailedJob(actor, text('job'));
  return redirect('/work/operations?done=retried');
});

export default function FailedJobsPage() {
  const { jobs, isDone, timeZone } = useLoaderData<typeof loader>();
  const t = useText();
  const words = useWords();
  return (
    <>
      <PageHead title={t('operations.title')} lead={t('operations.lead')} />
      {isDone && <Notice title={t('operations.retried')} />}
      {jobs.length === 0 ? (
        <p>{t('operations.none')}</p>
      ) : (
        <Table
          caption={t('operations.title')}
          hideCaption
          rows={jobs}
          rowKey={({ id }) => id}
          columns={[
            { name: t('operations.job'), cell: ({ name }) => <code>{name}</code> },
            { name: t('operations.failed-at'), cell: ({ failedAt }) => words.instant(failedAt, timeZone) },
            { name: t('operations.attempts'), cell: ({ attempts }) => attempts },
            { name: t('operations.error'), cell: ({ lastError }) => lastError },
            {
              name: t('operations.what'),
              cell: ({ id }) => (
                <form method="post">
                  <Csrf />
                  <input type="hidden" name="job" value={id} />
                  <Button kind="second">{t('operations.retry')}</Button>
                </form>
              ),
            },
          ]}
        />
      )}
    </>
  );
}
