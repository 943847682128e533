import type { ReactNode } from 'react';
import styles from './StepList.module.css';

/** A step as it stands in the list. `mark` is its number, or a sign when it is done. */
export type Step = Readonly<{
  key: string;
  mark: ReactNode;
  title: string;
  /** Small line under the title: who, how long, when. */
  meta?: readonly ReactNode[];
  isCritical?: boolean;
  isUncertain?: boolean;
  isYourTurn?: boolean;
  body?: ReactNode;
}>;

/** Steps under each other on one thread; the thread is strong where a step decides the end date. */
export function StepList({ steps }: Readonly<{ steps: readonly Step[] }>) {
  return (
    <ol className={styles.list}>
      {steps.map((step) => (
        <li key={step.key} id={step.key} className={classesOf(step)}>
          <span className={styles.mark}>{step.mark}</span>
          <div className={styles.body}>
            <h3>{step.title}</h3>
            {step.meta && (
              <p className={styles.meta}>
                {step.meta.map((part, at) => (
                  <span key={`${step.key}-${String(at)}`}>{part}</span>
                ))}
              </p>
            )}
            {step.body}
          </div>
        </li>
      ))}
    </ol>
  );
}

function classesOf({ isCritical, isUncertain, isYourTurn }: Step): string {
  const own = [isCritical && styles.critical, isUncertain && styles.uncertain, isYourTurn && styles.turn];
  return [styles.step, ...own].filter(Boolean).join(' ');
}
