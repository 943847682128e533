import { useText } from '#ui/text.tsx';
import styles from '../field.module.css';
import { FieldGroup, ownAutocomplete } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function PersonNameInput(field: FieldProps) {
  const t = useText();
  const parts = [
    { part: 'lastName', label: t('forms.last-name'), token: 'family-name' },
    { part: 'firstName', label: t('forms.first-name'), token: 'given-name' },
    { part: 'patronymic', label: t('forms.patronymic'), token: 'additional-name' },
  ];
  return (
    <FieldGroup field={field}>
      {(ties) => (
        <div className={styles.names}>
          {parts.map(({ part, label, token }, index) => (
            <div key={part}>
              <label className={styles.part} htmlFor={ties(part).id}>
                {label}
              </label>
              <input
                {...ties(part)}
                type="text"
                autoComplete={ownAutocomplete(field, token)}
                spellCheck={false}
                defaultValue={field.raw[index] ?? ''}
              />
            </div>
          ))}
        </div>
      )}
    </FieldGroup>
  );
}
