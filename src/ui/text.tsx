import { createContext, type ReactNode, useContext } from 'react';
import { createIntl, createIntlCache, type IntlShape } from 'react-intl';
import type { Language, Localized } from '#kernel/language.ts';
import type { TextId, Texts } from './texts/ru/index.ts';

type Values = Readonly<Record<string, string | number>>;

/** A text of the interface in the reader's language, with its values put in (ICU message format). */
export type Translate = (id: TextId, values?: Values) => string;

type Speech = Readonly<{ language: Language; translate: Translate; intl: IntlShape }>;

const SpeechContext = createContext<Speech | undefined>(undefined);

// Parsed messages are kept per language for the life of the process: parsing costs more than rendering a page.
const speeches = new Map<Language, Speech>();

function speechIn(language: Language, texts: Texts): Speech {
  const known = speeches.get(language);
  if (known) return known;
  const intl = createIntl({ locale: language, messages: texts }, createIntlCache());
  const translate: Translate = (id, values) => String(intl.formatMessage({ id }, values ? { ...values } : undefined));
  const speech = { language, translate, intl };
  speeches.set(language, speech);
  return speech;
}

/** Gives everything inside it the reader's language. */
export function TextProvider(props: Readonly<{ language: Language; texts: Texts; children: ReactNode }>) {
  return <SpeechContext value={speechIn(props.language, props.texts)}>{props.children}</SpeechContext>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('no TextProvider above this component');
  return speech;
}

/** `const t = useText(); t('start.title')`. */
export const useText = (): Translate => useSpeech().translate;

/** The reader's language. */
export const useLanguage = (): Language => useSpeech().language;

/** Picks the reader's language out of a text of the city's data. */
export function useLocal(): (text: Localized) => string {
  const { language } = useSpeech();
  return (text) => text[language];
}
