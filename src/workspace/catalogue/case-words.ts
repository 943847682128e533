import { useLocal, useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import { useWords } from '#ui/words.ts';
import type { App } from '../../app.ts';
import { factTexts } from './fact-texts.ts';

type Tried = Awaited<ReturnType<App['design']['tryCases']>>[number];
type Cell = ReturnType<Tried['read']['given']>;
type Word = ReturnType<Tried['read']['word']>;
type Fault = Tried['cases'][number]['failures'][number]['faults'][number];

/** Columns of cases, under the words of the page. */
const columnTexts: Readonly<Record<string, TextId>> = {
  ...factTexts,
  on: 'cases.on',
  applicant: 'when.applicant-kind',
  representative: 'when.applicant-representative',
  needed: 'cases.needed',
  check: 'cases.check',
  not: 'cases.not',
  all: 'cases.all',
  starts: 'cases.starts',
  ends: 'cases.ends',
  waits: 'cases.waits',
  because: 'cases.because',
  'must bring': 'cases.must-bring',
  'may bring': 'cases.may-bring',
  'not bring': 'cases.not-bring',
  'city gets': 'cases.city-gets',
  'city does not get': 'cases.city-does-not-get',
  asked: 'cases.asked',
  'must answer': 'cases.must-answer',
  'may answer': 'cases.may-answer',
  'not asked': 'cases.not-asked',
  questions: 'cases.questions',
  'no questions': 'cases.no-questions',
  fee: 'cases.fee',
  grounds: 'cases.grounds',
  fields: 'cases.fields',
  applicants: 'cases.applicants',
  department: 'cases.department',
  register: 'cases.register',
  requests: 'cases.requests',
  'answer due': 'cases.answer-due',
  target: 'cases.target',
};

const applicantTexts: Readonly<Record<string, TextId>> = {
  person: 'service.applicant-person',
  entrepreneur: 'service.applicant-entrepreneur',
  organisation: 'service.applicant-organisation',
  representative: 'service.applicant-representative',
};

/** Says the cells of lawyers' cases in the reader's language. */
export function useCellWords() {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const wordOf = (word: Word): string => {
    if (word.kind === 'name') return local(word.name);
    if (word.kind === 'date') return words.date(word.on);
    if (word.kind === 'fee') return words.fee({ amount: word.amount, currency: 'RUB' });
    if (word.kind === 'truth') return t(word.isTrue ? 'design.yes' : 'design.no');
    if (word.kind === 'none') return t('cases.nothing');
    const applicant = word.kind === 'applicant' ? applicantTexts[word.text] : undefined;
    return applicant === undefined ? word.text : t(applicant);
  };
  const column = ({ key, label, of }: Cell['column']): string => {
    const text = columnTexts[key];
    const name = label === undefined ? (text === undefined ? key : t(text)) : local(label);
    return of === undefined ? name : t('cases.of', { name, of: local(of) });
  };
  return {
    column,
    /** A name with its colon, unless it is a question. */
    facts: (cells: readonly Cell[]) =>
      cells.map((cell) => ({
        name: column(cell.column).replace(/[^?]$/, '$&:'),
        value: cell.words.map(wordOf).join('; '),
      })),
    fault: ({ fault, words: named }: Readonly<{ fault: Fault; words: readonly Word[] }>): string => {
      const what = named.map(wordOf).join('; ');
      if (fault.kind === 'word') return t(`cases.fault-${fault.fault}`, { what });
      return fault.kind === 'found' ? t('cases.found', { what: what || t('cases.nothing') }) : fault.message;
    },
  };
}
