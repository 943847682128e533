import { useLoaderData } from 'react-router';
import { Button } from '#ui/button/Button.tsx';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';
import { actionText, subjectText } from './audit-words.ts';

/** Who did and who saw what around one application. */
export const loader = page(async ({ app, actor, url }) => {
  const number = url.searchParams.get('number')?.trim() ?? '';
  const { timeZone } = app.catalogue.current.city;
  // Asked also without a number, so that the page is closed to everybody else.
  const found = await app.applications.auditTrail(actor, number);
  const ids = (found?.entries ?? []).flatMap(({ by }) => by.split(':')[1] ?? []);
  const names = await app.people.names(ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)));
  return {
    number,
    timeZone,
    isKnown: found !== undefined,
    entries: (found?.entries ?? []).map(({ at, by, action, subject, subjectId, details }, position) => ({
      key: `${position}`,
      at: at.toISOString(),
      by,
      name: names.get(by.split(':')[1] ?? ''),
      action,
      subject,
      subjectId,
      details: details === null ? '' : JSON.stringify(details),
    })),
  };
});

export default function AuditPage() {
  const { number, timeZone, isKnown, entries } = useLoaderData<typeof loader>();
  const t = useText();
  const words = useWords();
  return (
    <>
      <PageHead title={t('audit.title')} lead={t('audit.lead')} />
      <form method="get" className={styles.filter}>
        <div>
          <label htmlFor="number">{t('audit.number')}</label>
          <input id="number" name="number" type="search" defaultValue={number} autoComplete="off" />
        </div>
        <Button>{t('audit.find')}</Button>
      </form>
      {number !== '' && !isKnown && <p role="alert">{t('audit.unknown', { number })}</p>}
      {entries.length > 0 && (
        <Table
          caption={t('audit.entries')}
          rows={entries}
          rowKey={({ key }) => key}
          columns={[
            { name: t('audit.at'), cell: ({ at }) => <time dateTime={at}>{words.instant(at, timeZone)}</time> },
            {
              name: t('audit.who'),
              cell: ({ name, by }) => name ?? (by === 'anonymous' ? t('audit.anonymous') : by),
            },
            { name: t('audit.action'), cell: ({ action }) => actionText(t, action) },
            {
              name: t('audit.subject'),
              cell: ({ subject, subjectId }) => {
                const name = subjectText(t, subject);
                return subject === 'case' && subjectId ? <a href={`/work/cases/${subjectId}`}>{name}</a> : name;
              },
            },
            { name: t('audit.details'), cell: ({ details }) => <span className={styles.code}>{details}</span> },
          ]}
        />
      )}
    </>
  );
}
