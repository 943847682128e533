import { useLanguage } from '#ui/text.tsx';
import type { AnswerProps } from './field-ui.ts';
import { fieldTypes } from './index.ts';

/** An answer that is read as the words its type shows it in. */
export function PlainAnswer({ element, value }: AnswerProps<unknown>) {
  const language = useLanguage();
  return <>{fieldTypes[element.type].show(value, element, language)}</>;
}
