import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Button.module.css';

/** `first`: the one thing to do on the page; `second`: another way; `danger`: cannot be taken back; `quiet`: looks like a link. */
export type ButtonKind = 'first' | 'second' | 'danger' | 'quiet';

const className = (kind: ButtonKind) => `${styles.button} ${kind === 'first' ? '' : styles[kind]}`.trim();

type ButtonProps = Readonly<{ kind?: ButtonKind; name?: string; value?: string; form?: string; children: ReactNode }>;

/** Sends the form it stands in. Its text is a verb. */
export function Button({ kind = 'first', children, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={className(kind)} {...rest}>
      {children}
    </button>
  );
}

/** A link that is the next step of the way. */
export function ButtonLink({
  to,
  kind = 'first',
  children,
}: Readonly<{ to: string; kind?: ButtonKind; children: ReactNode }>) {
  return (
    <Link to={to} className={className(kind)}>
      {children}
    </Link>
  );
}

/** Buttons beside each other; under each other on a phone. */
export function ButtonRow({ children }: Readonly<{ children: ReactNode }>) {
  return <div className={styles.row}>{children}</div>;
}
