import { useLoaderData } from 'react-router';
import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { servicesByDepartment } from '#modules/catalogue/index.ts';
import { Details } from '#ui/details/Details.tsx';
import { page } from '#ui/page.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { FanOut } from './FanOut.tsx';
import styles from './find.module.css';
import { SearchBox } from './SearchBox.tsx';
import { DepartmentLinks, ServiceList } from './ServiceList.tsx';

type SituationLine = Readonly<{
  id: string;
  name: Localized;
  summary: Localized;
  services: number;
  departments: number;
}>;
type ServiceLine = Readonly<{ id: string; name: Localized; term: Term }>;
type DepartmentServices = Readonly<{ id: string; name: Localized; count: number; services: readonly ServiceLine[] }>;

/** A longer catalogue has a page for each department; a shorter one stands here as a whole. */
const longestHere = 200;

/** So many departments fit into the picture beside the title. */
const inPicture = 6;

/** Situations with their size, and single services by department in the order of the city's catalogue. */
export const loader = page(({ app, language }) => {
  const pack = app.catalogue.current;
  const { situations, services, departments } = pack;
  const departmentOf = new Map(services.map((service) => [service.id, service.department]));
  const sized = situations.map(({ id, name, summary, items }) => {
    const own = items.flatMap((item) => ('service' in item ? [item.service] : []));
    const involved = new Set(own.flatMap((one) => departmentOf.get(one) ?? []));
    return { line: { id, name, summary, services: own.length, departments: involved.size }, involved };
  });
  const named = new Set(sized.flatMap(({ involved }) => [...involved]));
  const byDepartment = servicesByDepartment(pack, language);
  const isLong = services.length > longestHere;
  return {
    departments: departments
      .filter(({ id }) => named.has(id))
      .slice(0, inPicture)
      .map((department) => department.short),
    situations: sized.map(({ line }): SituationLine => line),
    catalogue: departments.flatMap(({ id, name }): DepartmentServices[] => {
      const own = byDepartment.get(id) ?? [];
      const lines = isLong ? [] : own.map(({ id, name, term }) => ({ id, name, term }));
      return own.length === 0 ? [] : [{ id, name, count: own.length, services: lines }];
    }),
    isLong,
  };
});

/** Start page: what the person wants to do comes first, the city's own list of services last. */
export default function Start() {
  const { situations, catalogue, departments, isLong } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <title>{t('shell.brand')}</title>
      <section className={styles.hero}>
        <div className={styles.claim}>
          <h1>{t('start.title')}</h1>
          <p className={styles.lead}>{t('start.lead')}</p>
          <SearchBox />
        </div>
        <FanOut departments={departments.map(local)} />
      </section>
      <section className={styles.section}>
        <h2>{t('start.situations')}</h2>
        <p className="soft">{t('start.situations-lead')}</p>
        <ul className={styles.situations}>
          {situations.map((situation) => (
            <li key={situation.id}>
              <h3>
                <a href={`/situations/${situation.id}`}>{local(situation.name)}</a>
              </h3>
              <div>
                <p>{local(situation.summary)}</p>
                <p className={styles.meta}>
                  {t('start.situation-size', { services: situation.services, departments: situation.departments })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.section}>
        <h2>{t('start.services')}</h2>
        <p className="soft">{t('start.services-lead')}</p>
        {isLong ? <DepartmentLinks departments={catalogue} /> : <Departments departments={catalogue} />}
      </section>
    </>
  );
}

/** The whole catalogue, folded by department. */
function Departments({ departments }: Readonly<{ departments: readonly DepartmentServices[] }>) {
  const t = useText();
  const local = useLocal();
  return (
    <div className={styles.departments}>
      {departments.map(({ id, name, count, services }) => (
        <Details
          key={id}
          summary={t('start.department', { name: local(name), count })}
          isOpen={departments.length === 1}
        >
          <ServiceList services={services} />
        </Details>
      ))}
    </div>
  );
}
