import type { ReactNode } from 'react';
import { useText } from '#ui/text.tsx';
import styles from '../work.module.css';

/** A fact of the pack with a mark when nobody has checked it against a source; `*` means all of it. */
export function Fact({ unverified, children }: Readonly<{ unverified: readonly string[]; children: ReactNode }>) {
  const t = useText();
  if (unverified.length === 0) return <>{children}</>;
  const paths = unverified.filter((path) => path !== '*').join(', ');
  return (
    <>
      {children}{' '}
      <span className={styles.unverified}>
        ({t('design.unverified-fact')}
        {paths && <>: {paths}</>})
      </span>
    </>
  );
}

/** How many facts nobody has checked. */
export function UnverifiedCount({ n }: Readonly<{ n: number }>) {
  const t = useText();
  return <span className={n > 0 ? styles.unverified : undefined}>{t('design.unverified-count', { n })}</span>;
}
