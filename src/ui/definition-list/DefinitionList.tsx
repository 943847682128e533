import type { ReactNode } from 'react';
import styles from './DefinitionList.module.css';

/** A fact: its name, its value, and what one can do about it (for example a link "Change"). */
export type Fact = Readonly<{ name: string; value: ReactNode; act?: ReactNode }>;

/** Facts under each other: a passport, a summary of answers, a receipt. */
export function DefinitionList({ facts, dense = false }: Readonly<{ facts: readonly Fact[]; dense?: boolean }>) {
  return (
    <dl className={dense ? `${styles.list} ${styles.dense}` : styles.list}>
      {facts.map(({ name, value, act }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {act && <dd className={styles.act}>{act}</dd>}
        </div>
      ))}
    </dl>
  );
}
