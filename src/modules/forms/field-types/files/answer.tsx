import { formatNumber } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import { useLanguage, useText } from '#ui/text.tsx';
import styles from '../field.module.css';
import type { AnswerProps, ReceivedDocument } from '../field-ui.ts';

const megabyte: Readonly<Record<Language, string>> = { ru: 'МБ', tt: 'МБ', en: 'MB' };
const kilobyte: Readonly<Record<Language, string>> = { ru: 'КБ', tt: 'КБ', en: 'kB' };

/** Size of a document and its state, as people read them. */
export function sizeText({ size, state }: ReceivedDocument, language: Language): string {
  const kilobytes = Math.max(1, Math.round(size / 1000));
  const inWords =
    kilobytes < 1000
      ? `${formatNumber(kilobytes, language)}\u00a0${kilobyte[language]}`
      : `${formatNumber(kilobytes / 1000, language, 1)}\u00a0${megabyte[language]}`;
  return state === undefined ? inWords : `${inWords}, ${state}`;
}

export function FilesAnswer({ value, documents }: AnswerProps<readonly string[]>) {
  const t = useText();
  const language = useLanguage();
  return (
    <ul className={styles.answerList}>
      {value.map((id) => {
        const document = documents?.get(id);
        const name = document?.name ?? t('forms.file');
        return (
          <li key={id}>
            {document?.href === undefined ? name : <a href={document.href}>{name}</a>}
            {document && <small className="soft"> {sizeText(document, language)}</small>}
          </li>
        );
      })}
    </ul>
  );
}
