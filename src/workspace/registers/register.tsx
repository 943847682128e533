import { useLoaderData } from 'react-router';
import { Id } from '#kernel/id.ts';
import { Button } from '#ui/button/Button.tsx';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Pagination } from '#ui/pagination/Pagination.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { orNotFound } from '../route-id.ts';
import styles from '../work.module.css';
import { registersOf } from './registers-of.ts';

const pageSize = 50;

/** Where a page of a register goes on: after the record entered on a day with an id. */
function readAfter(text: string | null): { enteredOn: string; id: string } | undefined {
  const [enteredOn = '', id = ''] = (text ?? '').split('~');
  return /^\d{4}-\d{2}-\d{2}$/.test(enteredOn) && Id.safeParse(id).success ? { enteredOn, id } : undefined;
}

/** Records of a register, the newest first; or the one with a number. */
export const loader = page(async ({ app, actor, param, url }) => {
  const found = registersOf(app.catalogue.current).find(({ register }) => register.id === param('register'));
  const { register, department } = orNotFound(found);
  const number = url.searchParams.get('number')?.trim() ?? '';
  const after = readAfter(url.searchParams.get('after'));
  const records = await app.registers.listRecords(actor, department?.id ?? '', {
    registerId: register.id,
    limit: pageSize + 1,
    ...(number === '' ? {} : { number }),
    ...(after ? { after } : {}),
  });
  const shown = records.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    id: register.id,
    name: register.name,
    department: department?.name,
    number,
    records: shown.map(({ id, number: own, enteredOn, validUntil, fields, status }) => ({
      id,
      status,
      number: own,
      enteredOn,
      validUntil,
      where: fields.find(({ id: field }) => field === 'site.address')?.shown,
    })),
    ...(records.length > pageSize && last ? { next: `${last.enteredOn}~${last.id}` } : {}),
  };
});

export default function RegisterPage() {
  const { id, name, department, number, records, next } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <>
      <PageHead title={local(name)} {...(department ? { caption: local(department) } : {})} back="/work/registers" />
      <form method="get" className={styles.filter}>
        <div>
          <label htmlFor="number">{t('registers.find')}</label>
          <input id="number" name="number" type="search" defaultValue={number} autoComplete="off" />
        </div>
        <Button kind="second">{t('registers.find-do')}</Button>
      </form>
      {records.length === 0 && (
        <p role="status">{number ? t('registers.not-found', { number }) : t('registers.none')}</p>
      )}
      {records.length > 0 && (
        <Table
          caption={local(name)}
          hideCaption
          rows={records}
          rowKey={(record) => record.id}
          columns={[
            {
              name: t('registers.number'),
              cell: (record) => (
                <a href={`/work/records/${record.id}`} className="number">
                  {record.number}
                </a>
              ),
            },
            { name: t('place.address'), cell: ({ where }) => where },
            { name: t('registers.entered'), cell: ({ enteredOn }) => words.date(enteredOn, 'short') },
            { name: t('registers.status'), cell: ({ status }) => t(`registers.status-${status}`) },
            {
              name: t('registers.valid-until'),
              cell: ({ validUntil }) => validUntil && words.date(validUntil, 'short'),
            },
          ]}
        />
      )}
      <Pagination {...(next ? { next: `/work/registers/${id}?after=${next}` } : {})} />
    </>
  );
}
