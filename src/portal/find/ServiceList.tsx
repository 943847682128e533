import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './find.module.css';

/** Services by name, each with its term. */
export function ServiceList({
  services,
}: Readonly<{ services: readonly Readonly<{ id: string; name: Localized; term: Term }>[] }>) {
  const local = useLocal();
  const words = useWords();
  return (
    <ul className={styles.services}>
      {services.map(({ id, name, term }) => (
        <li key={id}>
          <a href={`/services/${id}`}>{local(name)}</a>
          <span className={styles.meta}>{words.term(term)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Departments, each leading to the list of its services. */
export function DepartmentLinks({
  departments,
}: Readonly<{ departments: readonly Readonly<{ id: string; name: Localized; count: number }>[] }>) {
  const t = useText();
  const local = useLocal();
  return (
    <ul className={styles.services}>
      {departments.map(({ id, name, count }) => (
        <li key={id}>
          <a href={`/services?department=${id}`}>{local(name)}</a>
          <span className={styles.meta}>{t('services.count', { count })}</span>
        </li>
      ))}
    </ul>
  );
}
