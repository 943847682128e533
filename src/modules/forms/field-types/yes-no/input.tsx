import { useLocal } from '#ui/text.tsx';
import { FieldGroup, Options } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';
import { yesNoTexts } from './model.ts';

export function YesNoInput(field: FieldProps) {
  const local = useLocal();
  const options = (['yes', 'no'] as const).map((value) => ({ value, label: local(yesNoTexts[value]) }));
  return <FieldGroup field={field}>{() => <Options field={field} kind="radio" options={options} />}</FieldGroup>;
}
