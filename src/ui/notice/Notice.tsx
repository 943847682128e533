import type { ReactNode } from 'react';
import { Whole } from '#ui/Whole.tsx';
import styles from './Notice.module.css';

/** `city`: good or neutral news; `turn`: the reader has to do something; `alarm`: overdue or refused; `plain`: an aside. */
export type NoticeKind = 'city' | 'turn' | 'alarm' | 'plain';

type NoticeProps = Readonly<{ kind?: NoticeKind; title?: string; id?: string; children?: ReactNode }>;

/** A remark that stands out of the page. The title says in words what the colour says. */
export function Notice({ kind = 'city', title, id, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${kind === 'city' ? '' : styles[kind]}`} id={id}>
      {title && (
        <p className={styles.title}>
          <Whole text={title} />
        </p>
      )}
      {children}
    </div>
  );
}
