import { LineField } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

/** Plain text: keyboards for numbers have no colon on many telephones. */
export function CadastralNumberInput(field: FieldProps) {
  return <LineField field={field} autoComplete="off" spellCheck={false} />;
}
