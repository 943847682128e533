import { useLoaderData } from 'react-router';
import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
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
type ServiceLine = Readonly<{ id: string; name: Localized; department: Localized; term: Term }>;

/** Situations with their size, and single services in the order of the city's catalogue. */
export const loader = page(({ app }) => {
  const { situations, services, departments } = app.catalogue.current;
  const short = new Map(departments.map((department) => [department.id, department.short]));
  const departmentOf = new Map(services.map((service) => [service.id, service.department]));
  const working = new Set(services.map(({ department }) => department));
  return {
    departments: departments.filter(({ id }) => working.has(id)).map((department) => department.short),
    situations: situations.map(({ id, name, summary, items }): SituationLine => {
      const own = items.flatMap((item) => ('service' in item ? [item.service] : []));
      return {
        id,
        name,
        summary,
        services: own.length,
        departments: new Set(own.map((one) => departmentOf.get(one))).size,
      };
    }),
    services: services
      .toSorted((a, b) => (a.row ?? Number.MAX_SAFE_INTEGER) - (b.row ?? Number.MAX_SAFE_INTEGER))
      .map(({ id, name, department, term }): ServiceLine => {
        const shortName = short.get(department) ?? { ru: department, tt: department, en: department };
        return { id, name, department: shortName, term };
      }),
  };
});

/** Start page: what the person wants to do comes first, the city's own list of services last. */
export default function Start() {
  const { situations, services, departments } = useLoaderData<typeof loader>();
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
        <ul className={styles.services}>
          {services.map((service) => (
            <li key={service.id}>
              <a href={`/services/${service.id}`}>{local(service.name)}</a>
              <span className={styles.meta}>
                {local(service.department)} · {words.term(service.term)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
