import { z } from 'zod';
import { formatDate } from '#kernel/format.ts';
import type { Language, Localized } from '#kernel/language.ts';
import { Problem, type ProblemParams } from '#kernel/problem.ts';
import { isUnstorableText } from '#platform/db/errors.ts';

/** What people are told about a problem code. `{name}` in a text is replaced by the problem's parameter `name`. */
export type ProblemEntry = Readonly<{
  /** HTTP status, 400 to 599. */
  status: number;
  /** What is wrong, one short sentence without a full stop; the same for every occurrence. */
  title: Localized;
  /** What the reader can do about it. */
  whatToDo: Localized;
}>;

/** All codes of a module (`module/what-is-wrong`), exported by its `problems.ts`. */
export type ProblemCatalogue = Readonly<Record<string, ProblemEntry>>;

/** The answer for failures that are ours: nobody is told more than the number to quote. */
export const unexpected: ProblemEntry = {
  status: 500,
  title: { ru: 'Ошибка на нашей стороне', tt: 'Безнең яктан хата', en: 'Something broke on our side' },
  whatToDo: {
    ru: 'Введённое не отправлено. Повторите через минуту. Если не поможет, сообщите нам номер обращения {requestId}.',
    tt: 'Кертелгән мәгълүмат җибәрелмәде. Бер минуттан кабатлап карагыз. Ярдәм итмәсә, безгә {requestId} номерын хәбәр итегез.',
    en: 'What you entered was not sent. Try again in a minute. If that does not help, tell us the number {requestId}.',
  },
};

/** A problem as a reader sees it: catalogue text in one language with its parameters filled in. */
export type ProblemText = Readonly<{ status: number; title: string; whatToDo: string }>;

/** One catalogue of all given ones. Throws when two modules claim the same code: a mistake of ours, found at start. */
export function mergeProblems(...catalogues: readonly ProblemCatalogue[]): ProblemCatalogue {
  const merged = new Map<string, ProblemEntry>();
  for (const [code, entry] of catalogues.flatMap((catalogue) => Object.entries(catalogue))) {
    if (merged.has(code)) throw new Error(`problem code ${code} is declared twice`);
    merged.set(code, entry);
  }
  return Object.fromEntries(merged);
}

const fill = (text: string, params: ProblemParams, language: Language): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => readable(String(params[name] ?? whole), language));

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** A date as the reader writes it. In Tatar words a date would need the ending of its place in the text; digits fit any. */
const readable = (value: string, language: Language): string =>
  isoDate.test(value) ? formatDate(value, language, language === 'tt' ? 'short' : 'long') : value;

/** Status and texts of a problem in the reader's language; pages and API use the same. Unknown codes read as `unexpected`. */
export function problemText(
  catalogue: ProblemCatalogue,
  problem: Pick<Problem, 'code' | 'params'>,
  language: Language,
): ProblemText {
  const entry = catalogue[problem.code] ?? unexpected;
  const filled = (text: Localized) => fill(text[language], problem.params, language);
  return { status: entry.status, title: filled(entry.title), whatToDo: filled(entry.whatToDo) };
}

/**
 * The problem in `error` when it is one and the catalogue knows it, or what was sent is no command of ours; anything else
 * is a failure of ours.
 */
export function knownProblem(catalogue: ProblemCatalogue, error: unknown): Problem | undefined {
  if (isUnstorableText(error)) return new Problem('http/unreadable');
  if (error instanceof z.ZodError) return new Problem('http/invalid');
  return error instanceof Problem && catalogue[error.code] !== undefined ? error : undefined;
}
