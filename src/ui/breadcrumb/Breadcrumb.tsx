import { useText } from '#ui/text.tsx';
import styles from './Breadcrumb.module.css';

/** Where the page stands: links from the start page down to its parent. */
export function Breadcrumb({ trail }: Readonly<{ trail: readonly Readonly<{ to: string; name: string }>[] }>) {
  const t = useText();
  return (
    <nav aria-label={t('shell.you-are-here')} className={styles.breadcrumb}>
      <ol>
        {trail.map(({ to, name }) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
