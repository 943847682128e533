import { LineField, ownAutocomplete } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

/** Plain text with the keyboard of an address: browsers' `type="email"` turns Cyrillic domains into punycode. */
export function EmailInput(field: FieldProps) {
  const autoComplete = ownAutocomplete(field, 'email');
  return (
    <LineField field={field} inputMode="email" autoComplete={autoComplete} spellCheck={false} autoCapitalize="none" />
  );
}
