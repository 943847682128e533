import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import type { DueStanding } from './due.ts';
import styles from './work.module.css';

/** A legal date with what is left of it; overdue is said in words and in red. */
export function DueText({ due, isShort = false }: Readonly<{ due: DueStanding | undefined; isShort?: boolean }>) {
  const t = useText();
  const words = useWords();
  if (due === undefined) return <span className="soft">{t('work.no-due')}</span>;
  return (
    <span
      className={
        due.standing === 'left' && !due.isNear
          ? styles.due
          : due.isNear
            ? `${styles.due} ${styles.lastDay}`
            : `${styles.due} ${styles[due.standing]}`
      }
    >
      <time dateTime={due.on}>{words.dated(words.date(due.on, 'short'), due)}</time>{' '}
      <span className={styles.left}>{standingText()}</span>
      {due.isNear && <span className="hidden"> {t('work.near')}</span>}
    </span>
  );

  function standingText(): string {
    if (due?.standing === 'lastDay') return t('work.last-day');
    if (due?.standing === 'overdue') return t('work.overdue', { n: due.days });
    return t(isShort ? 'work.left-short' : 'work.left', { n: due?.days ?? 0 });
  }
}
