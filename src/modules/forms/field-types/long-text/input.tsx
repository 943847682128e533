import { useText } from '#ui/text.tsx';
import { Field } from '../field.tsx';
import type { FieldProps } from '../field-ui.ts';

/** The limit is told, not enforced while typing: a pasted text must not lose its end unseen. */
export function LongTextInput(field: FieldProps) {
  const t = useText();
  const { maxLength } = field.element;
  const limit = maxLength === undefined ? undefined : t('forms.at-most-characters', { max: maxLength });
  return (
    <Field field={field} extra={limit}>
      {(ties) => <textarea {...ties} rows={5} defaultValue={field.raw[0] ?? ''} />}
    </Field>
  );
}
