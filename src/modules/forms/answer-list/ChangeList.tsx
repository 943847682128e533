import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import type { Element } from '../element.ts';
import { fieldTypes } from '../field-types/index.ts';

/** An answer that is another than before; an absent one was not given. */
export type ChangedAnswer = Readonly<{ element: Element; before?: unknown; after?: unknown }>;

/** Answers that were changed: what stands there now, and what stood there before. */
export function ChangeList({ changed }: Readonly<{ changed: readonly ChangedAnswer[] }>) {
  const t = useText();
  const local = useLocal();
  const language = useLanguage();
  const shown = (element: Element, value: unknown): string => {
    const { type } = element;
    const parsed = fieldTypes[type].value.safeParse(value);
    return parsed.success ? fieldTypes[type].show(parsed.data, element, language) : t('forms.not-answered');
  };
  return (
    <DefinitionList
      facts={changed.map(({ element, before, after }) => ({
        name: local(element.label),
        value: (
          <>
            {shown(element, after)} <small className="soft">{t('forms.was', { value: shown(element, before) })}</small>
          </>
        ),
      }))}
    />
  );
}
