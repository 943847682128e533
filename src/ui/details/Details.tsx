import type { ReactNode } from 'react';
import styles from './Details.module.css';

type DetailsProps = Readonly<{ summary: string; isOpen?: boolean; children: ReactNode }>;

/** More for those who want it; opens without scripts. */
export function Details({ summary, isOpen = false, children }: DetailsProps) {
  return (
    <details className={styles.details} open={isOpen}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
