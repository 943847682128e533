import type { Confirmation } from '#modules/documents/index.ts';
import { useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';

/** What newer documents did to the register record of a document: changed or closed, when, and their numbers. */
export function RecordLater({ later }: Pick<Confirmation, 'later'>) {
  const t = useText();
  const words = useWords();
  return later.map(({ act, on, number }) => (
    <p key={number}>{t(`verify.record-${act}`, { date: words.dateAs('on', on), number })}</p>
  ));
}
