import { useLoaderData } from 'react-router';
import { servicesByDepartment } from '#modules/catalogue/index.ts';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Pagination } from '#ui/pagination/Pagination.tsx';
import { pageOf } from '#ui/pagination/page-of.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { orNotFound } from '../not-found.tsx';
import { SearchBox } from './SearchBox.tsx';
import { DepartmentLinks, ServiceList } from './ServiceList.tsx';

const pageSize = 50;

/** Departments that provide services; or, with `department`, a page of one's services behind the service `after`. */
export const loader = page(({ app, url, language }) => {
  const pack = app.catalogue.current;
  const byDepartment = servicesByDepartment(pack, language);
  const departments = pack.departments.flatMap(({ id, name }) => {
    const count = byDepartment.get(id)?.length ?? 0;
    return count === 0 ? [] : [{ id, name, count }];
  });
  const chosen = url.searchParams.get('department');
  if (chosen === null) return { departments };
  const department = orNotFound(departments.find(({ id }) => id === chosen));
  const after = url.searchParams.get('after');
  const { shown, ...where } = pageOf(byDepartment.get(chosen) ?? [], { after, size: pageSize });
  return { department, services: shown.map(({ id, name, term }) => ({ id, name, term })), ...where };
});

export default function ServicesPage() {
  const shown = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  if (!('department' in shown)) {
    return (
      <>
        <PageHead title={t('services.title')} lead={t('services.lead')} />
        <SearchBox />
        <DepartmentLinks departments={shown.departments} />
      </>
    );
  }
  const { department, services, from, to, previous, next } = shown;
  const at = (after: string) =>
    `/services?${new URLSearchParams({ department: department.id, ...(after === '' ? {} : { after }) })}`;
  return (
    <>
      <PageHead title={local(department.name)} caption={t('services.title')} back="/services" />
      <SearchBox />
      <h2>
        {to - from + 1 === department.count
          ? t('services.count', { count: department.count })
          : t('services.shown', { from, to, count: department.count })}
      </h2>
      <ServiceList services={services} />
      <Pagination
        {...(previous === undefined ? {} : { previous: at(previous) })}
        {...(next === undefined ? {} : { next: at(next) })}
      />
    </>
  );
}
