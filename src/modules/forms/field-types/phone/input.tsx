import { LineField, ownAutocomplete } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

export function PhoneInput(field: FieldProps) {
  return <LineField field={field} type="tel" inputMode="tel" autoComplete={ownAutocomplete(field, 'tel')} />;
}
