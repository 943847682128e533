import type { ReactNode } from 'react';
import styles from './Tag.module.css';

/** What a state means to the reader. Each has its own sign, so that colour is never the only difference. */
export type TagKind = 'wait' | 'work' | 'done' | 'turn' | 'alarm';

const signs: Readonly<Record<TagKind, ReactNode>> = {
  wait: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 1.6" />,
  work: (
    <>
      <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  done: <path d="m2 6.4 2.7 2.8L10 3.2" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" />,
  turn: (
    <path
      d="M2.2 6h7M6.4 2.8 9.6 6 6.4 9.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  ),
  alarm: <path d="M6 1.8v5M6 9.4v.4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
};

/** A state in one or two words. */
export function Tag({ kind, children }: Readonly<{ kind: TagKind; children: ReactNode }>) {
  return (
    <span className={`${styles.tag} ${styles[kind]}`}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {signs[kind]}
      </svg>
      {children}
    </span>
  );
}
