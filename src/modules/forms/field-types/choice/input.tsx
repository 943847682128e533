import { useLocal, useText } from '#ui/text.tsx';
import { Field, FieldGroup, Options } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

/** More answers than this are hard to take in at once and become a list to pick from. */
const mostRadios = 8;

export function ChoiceInput(field: FieldProps) {
  const t = useText();
  const local = useLocal();
  const options = (field.element.choices ?? []).map(({ value, label, hint }) => ({
    value,
    label: local(label),
    hint: hint && local(hint),
  }));
  if (options.length <= mostRadios) {
    return <FieldGroup field={field}>{() => <Options field={field} kind="radio" options={options} />}</FieldGroup>;
  }
  return (
    <Field field={field}>
      {(ties) => (
        <select {...ties} defaultValue={field.raw[0] ?? ''}>
          <option value="">{t('forms.choose')}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
