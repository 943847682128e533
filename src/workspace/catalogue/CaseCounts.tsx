import { useText } from '#ui/text.tsx';
import styles from '../work.module.css';

type Counts = Readonly<{ passed: number; failed: number }>;

/** How many lawyers' cases there are, and how many do not hold; leads to them. */
export function CaseCounts({ counts, to }: Readonly<{ counts: Counts | undefined; to: string }>) {
  const t = useText();
  if (counts === undefined) return <span className="soft">{t('filter.no-cases')}</span>;
  const { passed, failed } = counts;
  return (
    <a href={to} className={failed > 0 ? styles.overdue : undefined}>
      {failed > 0 ? t('filter.cases-failed', { failed, all: passed + failed }) : t('filter.cases-hold', { passed })}
    </a>
  );
}
