import { useLoaderData } from 'react-router';
import { Button } from '#ui/button/Button.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { TextField } from '#ui/field/ChoiceField.tsx';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../draft/draft.module.css';
import { StatusTag } from './StatusTag.tsx';

/** Public status of an application by its number: no names and no place. */
export const loader = page(async ({ app, url, count }) => {
  await count('tracking');
  const number = url.searchParams.get('number')?.trim().slice(0, 60) ?? '';
  const found = number === '' ? undefined : await app.applications.track(number);
  return { number, ...(found ? { found } : {}) };
});

export default function TrackPage() {
  const { number, found } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const error = number !== '' && !found ? t('track.unknown', { number }) : undefined;
  return (
    <>
      <ErrorSummary errors={error ? [{ target: 'number', text: error }] : []} />
      <PageHead title={t('track.title')} lead={t('track.lead')} hasErrors={error !== undefined} />
      <form className={styles.question}>
        <TextField
          name="number"
          label={t('track.number')}
          hint={t('track.number-hint')}
          defaultValue={number}
          spellCheck={false}
          autoComplete="off"
          {...(error ? { error } : {})}
        />
        <Button>{t('track.find')}</Button>
      </form>
      {found && (
        <Table
          caption={`${local(found.subject)}, ${found.number}`}
          rows={found.parts}
          rowKey={(part) => part.number}
          columns={[
            { name: t('receipt.service'), cell: ({ service }) => local(service) },
            { name: t('receipt.department'), cell: ({ department }) => local(department) },
            { name: t('track.status'), cell: ({ status }) => <StatusTag status={status} /> },
            {
              name: t('receipt.due'),
              cell: ({ dueOn, provisional }) => dueOn && words.dated(words.date(dueOn), { provisional }),
            },
          ]}
        />
      )}
    </>
  );
}
