import { useLoaderData } from 'react-router';
import { describeService } from '#modules/catalogue/index.ts';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { CaseCounts } from './CaseCounts.tsx';
import { CatalogueFilter } from './CatalogueFilter.tsx';
import { filterOf, isShown } from './filter.ts';
import { UnverifiedCount } from './Unverified.tsx';

/** The pack as whoever designs services reads it: everything there is, what of it is unverified, whether its cases hold. */
export const loader = page(async ({ app, url, language }) => {
  const pack = app.catalogue.current;
  const filter = filterOf(url);
  const found = filter.query === '' ? undefined : new Set(app.search(filter.query, language).map(({ id }) => id));
  const counts = await app.design.countCases();
  const services = pack.services.map(({ id }) => {
    const { row, name, department, digital, term, unverifiedCount } = describeService(pack, id);
    return {
      id,
      row,
      name: name.value,
      department: department.value,
      digital: digital.value,
      term: term.value,
      unverifiedCount,
      cases: counts.get(`service ${id}`),
    };
  });
  const situations = pack.situations.map(({ id, name, unverified }) => ({
    id,
    name,
    unverified: unverified.length,
    cases: counts.get(`situation ${id}`),
  }));
  // A situation belongs to no department and is not digital itself.
  const isOfServices = filter.department !== '' || filter.digital;
  return {
    version: pack.city.version,
    effective: pack.city.effective,
    filter,
    departments: pack.departments.filter(({ kind }) => kind === 'city').map(({ id, name }) => ({ id, name })),
    situations: situations.filter(
      (one) => !isOfServices && (found?.has(one.id) ?? true) && (!filter.unverified || one.unverified > 0),
    ),
    services: services.filter((one) => isShown(one, filter, found)),
    all: services.length,
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CataloguePage() {
  const { version, effective, situations, services, all, filter, departments } = useLoaderData<typeof loader>();
  const t = useText();
  const words = useWords();
  const [ofSituations, ofServices] = [useSituationColumns(), useServiceColumns()];
  return (
    <>
      <PageHead
        title={t('design.title')}
        lead={t('design.lead', { version, date: words.dateAs('since', effective) })}
      />
      <p className="soft">{t('design.unverified-lead')}</p>
      <CatalogueFilter filter={filter} departments={departments} />
      <p>{t('filter.found', { situations: situations.length, services: services.length, all })}</p>
      {situations.length > 0 && (
        <>
          <h2>{t('design.situations')}</h2>
          <Table
            caption={t('design.situations')}
            hideCaption
            rows={situations}
            rowKey={({ id }) => id}
            columns={ofSituations}
          />
        </>
      )}
      {services.length > 0 && (
        <>
          <h2>{t('design.services')}</h2>
          <Table
            caption={t('design.services')}
            hideCaption
            rows={services}
            rowKey={({ id }) => id}
            columns={ofServices}
          />
        </>
      )}
    </>
  );
}

function useSituationColumns(): Column<Shown['situations'][number]>[] {
  const t = useText();
  const local = useLocal();
  return [
    {
      name: t('design.situations'),
      isTitle: true,
      cell: ({ id, name }) => <a href={`/work/catalogue/situations/${id}`}>{local(name)}</a>,
    },
    {
      name: t('design.view-tests'),
      cell: ({ id, cases }) => <CaseCounts counts={cases} to={`/work/catalogue/situations/${id}/tests`} />,
    },
    { name: t('design.unverified'), cell: ({ unverified }) => <UnverifiedCount n={unverified} /> },
  ];
}

function useServiceColumns(): Column<Shown['services'][number]>[] {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return [
    { name: t('design.row'), cell: ({ row }) => row },
    {
      name: t('work.service'),
      isTitle: true,
      cell: ({ id, name }) => <a href={`/work/catalogue/services/${id}`}>{local(name)}</a>,
    },
    { name: t('work.department'), cell: ({ department }) => local(department.name) },
    { name: t('design.digital'), cell: ({ digital }) => (digital ? t('design.yes') : '') },
    { name: t('work.due'), cell: ({ term }) => words.term(term) },
    {
      name: t('design.view-tests'),
      cell: ({ id, cases }) => <CaseCounts counts={cases} to={`/work/catalogue/services/${id}/tests`} />,
    },
    { name: t('design.unverified'), cell: ({ unverifiedCount }) => <UnverifiedCount n={unverifiedCount} /> },
  ];
}
