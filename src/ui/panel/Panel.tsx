import type { ReactNode } from 'react';
import styles from './Panel.module.css';

/** A part of a page with its own heading. `tone: turn` is for what the reader has to do. */
export function Panel(props: Readonly<{ title: string; id?: string; tone?: 'plain' | 'turn'; children: ReactNode }>) {
  const { title, id, tone = 'plain', children } = props;
  return (
    <section className={`${styles.panel} ${tone === 'turn' ? styles.turn : ''}`} id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
