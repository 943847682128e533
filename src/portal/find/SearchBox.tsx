import { useText } from '#ui/text.tsx';
import styles from './find.module.css';

/** The search in ordinary words; a plain form that leads to the page of results. */
export function SearchBox({ query }: Readonly<{ query?: string }>) {
  const t = useText();
  return (
    <search>
      <form action="/search" className={styles.search}>
        <label htmlFor="q" className="hidden">
          {t('start.search')}
        </label>
        <input id="q" name="q" type="search" defaultValue={query} aria-describedby="q-hint" />
        <button type="submit">{t('start.search-do')}</button>
        <p id="q-hint">{t('start.search-hint')}</p>
      </form>
    </search>
  );
}
