import styles from '../field.module.css';
import type { AnswerProps } from '../field-ui.ts';

export function LongTextAnswer({ value }: AnswerProps<string>) {
  return <span className={styles.lines}>{value}</span>;
}
