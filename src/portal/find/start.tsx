import { useLoaderData } from 'react-router';
import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { Details } from '#ui/details/Details.tsx';
import { page } from '#ui/page.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { FanOut } from './FanOut.tsx';
import styles from './find.module.css';
import { SearchBox } from './SearchBox.tsx';

type SituationLine = Readonly<{
  id: string;
  name: Localized;
  summary: Localized;
  services: number;
  departments: number;
}>;
type ServiceLine = Readonly<{ id: string; name: Localized; term: Term }>;
type DepartmentServices = Readonly<{ id: string; name: Localized; services: readonly ServiceLine[] }>;

/** So many departments fit into the picture beside the title. */
const inPicture = 6;

/** Situations with their size, and single services by department in the order of the city's catalogue. */
export const loader = page(({ app }) => {
  const { situations, services, departments } = app.catalogue.current;
  const departmentOf = new Map(services.map((service) => [service.id, service.department]));
  const sized = situations.map(({ id, name, summary, items }) => {
    const own = items.flatMap((item) => ('service' in item ? [item.service] : []));
    const involved = new Set(own.flatMap((one) => departmentOf.get(one) ?? []));
    return { line: { id, name, summary, services: own.length, departments: involved.size }, involved };
  });
  const named = new Set(sized.flatMap(({ involved }) => [...involved]));
  const inOrder = services.toSorted((a, b) => (a.row ?? Number.MAX_SAFE_INTEGER) - (b.row ?? Number.MAX_SAFE_INTEGER));
  const byDepartment = Map.groupBy(inOrder, ({ department }) => department);
  return {
    departments: departments
      .filter(({ id }) => named.has(id))
      .slice(0, inPicture)
      .map((department) => department.short),
    situations: sized.map(({ line }): SituationLine => line),
    catalogue: departments.flatMap(({ id, name }): DepartmentServices[] => {
      const own = byDepartment.get(id)?.map(({ id, name, term }) => ({ id, name, term }));
      return own === undefined ? [] : [{ id, name, services: own }];
    }),
  };
});

/** Start page: what the person wants to do comes first, the city's own list of services last. */
export default function Start() {
  const { situations, catalogue, departments } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
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
        <div className={styles.departments}>
          {catalogue.map(({ id, name, services }) => (
            <Details
              key={id}
              summary={t('start.department', { name: local(name), count: services.length })}
              isOpen={catalogue.length === 1}
            >
              <ul className={styles.services}>
                {services.map((service) => (
                  <li key={service.id}>
                    <a href={`/services/${service.id}`}>{local(service.name)}</a>
                    <span className={styles.meta}>{words.term(service.term)}</span>
                  </li>
                ))}
              </ul>
            </Details>
          ))}
        </div>
      </section>
    </>
  );
}
