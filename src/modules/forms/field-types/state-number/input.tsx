import styles from '../field.module.css';
import { LineField } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function StateNumberInput(field: FieldProps) {
  return (
    <LineField field={field} inputMode="numeric" autoComplete="off" spellCheck={false} className={styles.number} />
  );
}
