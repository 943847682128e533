import { useLoaderData } from 'react-router';
import { countUnverified } from '#modules/catalogue/index.ts';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Pagination } from '#ui/pagination/Pagination.tsx';
import { pageOf } from '#ui/pagination/page-of.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { namesIn } from '../names.ts';
import { CaseCounts } from './CaseCounts.tsx';
import { CatalogueFilter } from './CatalogueFilter.tsx';
import { cataloguePath, filterOf } from './filter.ts';
import { isShown } from './is-shown.ts';
import { UnverifiedCount } from './Unverified.tsx';

const pageSize = 100;

/**
 * The pack as whoever designs services reads it: everything there is, what of it is unverified, whether its cases hold;
 * a page of the services behind the service `after`.
 */
export const loader = page(async ({ app, url, language }) => {
  const pack = app.catalogue.current;
  const filter = filterOf(url);
  const found = filter.query === '' ? undefined : new Set(app.search(filter.query, language).map(({ id }) => id));
  const counts = await app.design.countCases();
  const passing = pack.services.filter((service) => isShown({ pack, filter, found }, service));
  const { shown, ...where } = pageOf(passing, { after: url.searchParams.get('after'), size: pageSize });
  const names = namesIn(pack);
  // A situation belongs to no department and is not digital itself.
  const isOfServices = filter.department !== '' || filter.digital;
  return {
    version: pack.city.version,
    effective: pack.city.effective,
    filter,
    departments: pack.departments.filter(({ kind }) => kind === 'city').map(({ id, name }) => ({ id, name })),
    situations: pack.situations
      .filter(
        ({ id, unverified }) =>
          !isOfServices && (found?.has(id) ?? true) && (!filter.unverified || unverified.length > 0),
      )
      .map(({ id, name, unverified }) => ({
        id,
        name,
        unverified: unverified.length,
        cases: counts.get(`situation ${id}`),
      })),
    services: shown.map((service) => ({
      id: service.id,
      row: service.row,
      name: service.name,
      department: names.department(service.department),
      digital: service.digital,
      term: service.term,
      unverified: countUnverified(pack, service),
      cases: counts.get(`service ${service.id}`),
    })),
    where,
    count: passing.length,
    all: pack.services.length,
  };
});

export default function CataloguePage() {
  const { version, effective, situations, services, where, count, all, filter, departments } =
    useLoaderData<typeof loader>();
  const t = useText();
  const words = useWords();
  const [ofSituations, ofServices] = [useSituationColumns(), useServiceColumns()];
  const { from, to, previous, next } = where;
  return (
    <>
      <PageHead
        title={t('design.title')}
        lead={t('design.lead', { version, date: words.dateAs('since', effective) })}
      />
      <p className="soft">{t('design.unverified-lead')}</p>
      <CatalogueFilter filter={filter} departments={departments} />
      <p>{t('filter.found', { situations: situations.length, services: count, all })}</p>
      {situations.length > 0 && from === 1 && (
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
          <h2>{services.length === count ? t('design.services') : t('services.shown', { from, to, count })}</h2>
          <Table
            caption={t('design.services')}
            hideCaption
            rows={services}
            rowKey={({ id }) => id}
            columns={ofServices}
          />
        </>
      )}
      <Pagination
        {...(previous === undefined ? {} : { previous: cataloguePath(filter, previous) })}
        {...(next === undefined ? {} : { next: cataloguePath(filter, next) })}
      />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

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
    { name: t('work.department'), cell: ({ department }) => local(department) },
    { name: t('design.digital'), cell: ({ digital }) => (digital ? t('design.yes') : '') },
    { name: t('work.due'), cell: ({ term }) => words.term(term) },
    {
      name: t('design.view-tests'),
      cell: ({ id, cases }) => <CaseCounts counts={cases} to={`/work/catalogue/services/${id}/tests`} />,
    },
    { name: t('design.unverified'), cell: ({ unverified }) => <UnverifiedCount n={unverified} /> },
  ];
}
