import styles from '../field.module.css';
import { LineField } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function DecimalInput(field: FieldProps) {
  return <LineField field={field} inputMode="decimal" autoComplete="off" className={styles.number} />;
}
