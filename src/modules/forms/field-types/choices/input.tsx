import { useLocal, useText } from '#ui/text.tsx';
import { FieldGroup, Options } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function ChoicesInput(field: FieldProps) {
  const t = useText();
  const local = useLocal();
  const options = (field.element.choices ?? []).map(({ value, label, hint }) => ({
    value,
    label: local(label),
    hint: hint && local(hint),
  }));
  return (
    <FieldGroup field={field} extra={t('forms.choose-several')}>
      {() => <Options field={field} kind="checkbox" options={options} />}
    </FieldGroup>
  );
}
