import type { Pack } from '#modules/catalogue/index.ts';
import { type Answers, type Element, type Form, type FormAt, formOfElements } from '#modules/forms/index.ts';

/** What an applicant adds unasked, out of the answers of its draft. */
type Added = Readonly<{ note: string; documentIds: readonly string[]; answers: Answers }>;

const pageId = 'addition';

const note: Element = {
  id: 'addition.note',
  type: 'long-text',
  page: pageId,
  label: { ru: 'Что вы добавляете и почему', tt: 'Нәрсә һәм ни өчен өстисез', en: 'What you add, and why' },
};

const documents: Element = {
  id: 'addition.documents',
  type: 'files',
  page: pageId,
  label: { ru: 'Документы', tt: 'Документлар', en: 'Documents' },
};

/** The choice of answers to correct. */
const corrects = (elements: readonly Element[]): Element => ({
  id: 'addition.corrects',
  type: 'choices',
  page: pageId,
  label: { ru: 'Какие ответы исправить', tt: 'Кайсы җавапларны төзәтергә', en: 'Which answers to correct' },
  hint: {
    ru: 'Если исправлять нечего, не отмечайте ничего.',
    tt: 'Төзәтәсе булмаса, бернәрсә дә билгеләмәгез.',
    en: 'If nothing has to be corrected, mark nothing.',
  },
  choices: elements.map(({ id, label }) => ({ value: id, label })),
});

/** The form of an addition: a word and documents first, then the answers that the applicant chose to correct. */
export function additionFormAt(pack: Pack, correctable: readonly string[]): FormAt {
  const elements = pack.elements.filter(({ id }) => correctable.includes(id));
  const question = (element: Element, required: boolean) => ({ element, required, askedBy: [] });
  const first: Form['pages'][number] = {
    id: pageId,
    title: { ru: 'Дополнение к делу', tt: 'Эшкә өстәмә', en: 'Addition to the case' },
    questions: [
      question(note, true),
      question(documents, false),
      ...(elements.length > 0 ? [question(corrects(elements), false)] : []),
    ],
  };
  return (answers) => {
    const chosen = idsIn(answers['addition.corrects']);
    const isAsked = (id: string) => chosen.includes(id) && correctable.includes(id);
    const form = formOfElements(pack, { isAsked, isRequired: true })({});
    return { ...form, pages: [first, ...form.pages] };
  };
}

/** The addition in filed answers of its form. */
export function addedIn(filed: Answers): Added {
  const { [note.id]: text, [documents.id]: files, 'addition.corrects': _chosen, ...answers } = filed;
  return { note: typeof text === 'string' ? text : '', documentIds: idsIn(files), answers };
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
