import { useText } from '#ui/text.tsx';
import styles from '../field.module.css';
import { LineField } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function MoneyInput(field: FieldProps) {
  const t = useText();
  const unit = t('forms.roubles');
  return <LineField field={field} unit={unit} inputMode="decimal" autoComplete="off" className={styles.number} />;
}
