import { LineField } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function TextInput(field: FieldProps) {
  return <LineField field={field} autoComplete="off" />;
}
