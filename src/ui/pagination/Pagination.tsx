import { useText } from '#ui/text.tsx';
import styles from './Pagination.module.css';

/** Neighbours of a page of a long list. Lists go by key and not by number, so there is no "page 7". */
export function Pagination({ previous, next }: Readonly<{ previous?: string; next?: string }>) {
  const t = useText();
  if (previous === undefined && next === undefined) return null;
  return (
    <nav aria-label={t('shell.pages')} className={styles.pagination}>
      {previous && (
        <a href={previous} rel="prev">
          {t('shell.previous')}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {t('shell.next')}
        </a>
      )}
    </nav>
  );
}
