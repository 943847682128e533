import type { ReactNode } from 'react';
import styles from './Details.module.css';

/** More for those who want it; opens without scripts. */
export function Details({ summary, children }: Readonly<{ summary: string; children: ReactNode }>) {
  return (
    <details className={styles.details}>
      <summary>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
