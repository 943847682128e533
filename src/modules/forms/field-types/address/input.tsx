import styles from '../field.module.css';
import { Field, ownAutocomplete } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function AddressInput(field: FieldProps) {
  return (
    <Field field={field}>
      {(ties) => (
        <textarea
          {...ties}
          rows={2}
          className={styles.short}
          autoComplete={ownAutocomplete(field, 'street-address')}
          spellCheck={false}
          defaultValue={field.raw[0] ?? ''}
        />
      )}
    </Field>
  );
}
