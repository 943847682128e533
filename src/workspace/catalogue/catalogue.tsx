import { useLoaderData } from 'react-router';
import { describeService } from '#modules/catalogue/index.ts';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';

/** The pack as whoever designs services reads it: everything there is, and how much of it is unverified. */
export const loader = page(({ app }) => {
  const pack = app.catalogue.current;
  return {
    version: pack.city.version,
    effective: pack.city.effective,
    situations: pack.situations.map(({ id, name, unverified }) => ({ id, name, unverified: unverified.length })),
    services: pack.services.map(({ id }) => {
      const { row, name, department, term, unverifiedCount } = describeService(pack, id);
      return { id, row, name: name.value, department: department.value.name, term: term.value, unverifiedCount };
    }),
  };
});

export default function CataloguePage() {
  const { version, effective, situations, services } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const unverified = (n: number) => (
    <span className={n > 0 ? styles.unverified : undefined}>{t('design.unverified-count', { n })}</span>
  );
  return (
    <>
      <PageHead
        title={t('design.title')}
        lead={t('design.lead', { version, date: words.dateAs('since', effective) })}
      />
      <p className="soft">{t('design.unverified-lead')}</p>
      <h2>{t('design.situations')}</h2>
      <Table
        caption={t('design.situations')}
        hideCaption
        rows={situations}
        rowKey={({ id }) => id}
        columns={[
          {
            name: t('design.situations'),
            cell: ({ id, name }) => <a href={`/work/catalogue/situations/${id}`}>{local(name)}</a>,
          },
          { name: t('design.unverified'), cell: (one) => unverified(one.unverified) },
        ]}
      />
      <h2>{t('design.services')}</h2>
      <Table
        caption={t('design.services')}
        hideCaption
        rows={services}
        rowKey={({ id }) => id}
        columns={[
          { name: t('design.row'), cell: ({ row }) => row },
          {
            name: t('work.service'),
            cell: ({ id, name }) => <a href={`/work/catalogue/services/${id}`}>{local(name)}</a>,
          },
          { name: t('work.department'), cell: ({ department }) => local(department) },
          { name: t('work.due'), cell: ({ term }) => words.term(term) },
          { name: t('design.unverified'), cell: ({ unverifiedCount }) => unverified(unverifiedCount) },
        ]}
      />
    </>
  );
}
