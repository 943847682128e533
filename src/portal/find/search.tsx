import { useLoaderData } from 'react-router';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from './find.module.css';
import { SearchBox } from './SearchBox.tsx';

/** Situations and services that fit ordinary words, best first. */
export const loader = page(({ app, url, language }) => {
  const query = url.searchParams.get('q')?.trim().slice(0, 200) ?? '';
  return { query, hits: query === '' ? [] : app.search(query, language) };
});

export default function SearchPage() {
  const { query, hits } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <PageHead title={t('search.title')} />
      <SearchBox query={query} />
      {query !== '' && (
        <h2>{hits.length > 0 ? t('search.results', { query, count: hits.length }) : t('search.nothing', { query })}</h2>
      )}
      {query !== '' && hits.length === 0 && <p>{t('search.nothing-what')}</p>}
      <ol className={styles.results}>
        {hits.map(({ kind, id, name, summary }) => (
          <li key={`${kind} ${id}`}>
            <p className={styles.kind}>{t(`search.${kind}`)}</p>
            <h3>
              <a href={kind === 'situation' ? `/situations/${id}` : `/services/${id}`}>{local(name)}</a>
            </h3>
            <p>{local(summary)}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
