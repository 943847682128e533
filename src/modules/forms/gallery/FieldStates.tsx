import { useLanguage } from '#ui/text.tsx';
import type { FieldExample, FieldProps, ReceivedDocuments } from '../field-types/field-ui.ts';
import { fieldTypes } from '../field-types/index.ts';
import { fieldUis } from '../field-types/ui.ts';
import { controlOf } from '../form-page/control-of.ts';
import { errorText } from '../messages.ts';

const today = { today: Temporal.PlainDate.from('2026-11-24') };

/** The documents that examples of files name. */
const exampleDocuments: ReceivedDocuments = new Map(
  [1, 2, 3].map((n) => [
    `0193a1f0-0000-7000-8000-00000000000${String(n)}`,
    { name: `схема движения ${String(n)}.pdf`, size: 1_480_000 * n },
  ]),
);

/** Every state of a field type: empty and optional, answered, each mistake, and the answer to be read. */
export function FieldStates({ example }: Readonly<{ example: FieldExample }>) {
  const language = useLanguage();
  const type = fieldTypes[example.element.type];
  const { Input, Answer } = fieldUis[example.element.type];
  const state = (name: string, field: Omit<FieldProps, 'element' | 'documents'>) => {
    // Each state is an element of its own: ids must not stand twice on the gallery's page.
    const element = { ...example.element, id: `${example.element.id}.${name}` };
    return <Input key={name} element={element} documents={exampleDocuments} {...field} />;
  };
  const mistaken = example.mistakes.map((raw, index) => {
    const element = { ...example.element, id: `${example.element.id}.mistake-${String(index)}` };
    const read = type.read(raw, element);
    const validated = read.ok && read.value !== undefined ? type.validate(read.value, element, today) : [];
    const errors = (read.ok ? validated : read.error).map((error) => ({
      control: controlOf(element, error.field),
      text: errorText(error, element, language),
    }));
    return state(`mistake-${String(index)}`, { required: true, raw, errors });
  });
  return (
    <div className="stack-wide">
      {state('empty', { required: false, raw: [], errors: [] })}
      {state('answered', { required: true, raw: type.write(example.value), errors: [], note: undefined })}
      {mistaken}
      <div>
        <Answer element={example.element} value={example.value} documents={exampleDocuments} />
      </div>
    </div>
  );
}
