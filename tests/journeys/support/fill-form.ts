import type { Locator, Page } from '@playwright/test';
import { photo, plainPdf } from './sample-files.ts';

/** Answers by element: text, the value of a choice, several values, or parts of a date. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

const today = new Date();
const inDays = (days: number): string => {
  const day = new Date(today.getTime() + days * 86_400_000);
  return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`;
};

/** Words for fields that take only certain words; anything else takes a sentence. Numbers have right check digits. */
const knownWords: readonly (readonly [RegExp, string])[] = [
  [/(organisation|contractor)\S*inn$/, '9900000017'],
  [/inn$/, '990000000115'],
  [/organisation-number$/, '1260000000017'],
  [/entrepreneur-number$/, '326000000000015'],
  [/phone$/, '+7 900 000-00-09'],
  [/email$/, 'aigul@example.org'],
  [/cadastral-number$/, '16:50:011101:1'],
  [/starts-on$/, inDays(20)],
  [/ends-on$/, inDays(40)],
  [/-date$|\.date$/, inDays(-30)],
];

/** Words that the field of an element takes. */
export const wordFor = (element: string): string =>
  knownWords.find(([pattern]) => pattern.test(element))?.[1] ?? 'Ответ жителя на вопрос города';

/**
 * Fills every question of the form page that has no answer yet and must have one, reading the page's own controls.
 * Works without JavaScript too: it only types, ticks and chooses files.
 */
export async function fillPage(page: Page, answers: Answers = {}): Promise<void> {
  const shown = await page
    .locator('main input[name="shown"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''));
  for (const element of shown) await fillQuestion(page, element, answers[element]);
}

async function fillQuestion(page: Page, element: string, answer: Answers[string] | undefined): Promise<void> {
  const question = page
    .locator('main form .stack')
    .filter({ has: page.locator(`input[name="shown"][value="${element}"]`) });
  const isOptional = (await question.locator('label > span, legend > span').filter({ hasText: /^ ?\(/ }).count()) > 0;
  if (isOptional && answer === undefined) return;
  const named = (part = '') => question.locator(`[name="${element}${part}"]`);
  if ((await named(':day').count()) > 0) return fillDate(named, answer ?? wordFor(element));
  if ((await named(':lastName').count()) > 0) return fillName(named, answer ?? 'Сафина Айгуль');
  const controls = named();
  const [control] = await controls.all();
  if (control === undefined) throw new Error(`no control for ${element}`);
  switch (await control.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.localName))) {
    case 'file':
      return fillFile(question, control, element);
    case 'radio':
    case 'checkbox':
      return choose(controls, answer);
    case 'select':
      await control.selectOption(String(answer ?? { index: 1 }));
      return;
    default:
      return fillLine(control, element, answer);
  }
}

async function fillLine(control: Locator, element: string, answer: Answers[string] | undefined): Promise<void> {
  if (answer === undefined && (await control.inputValue()) !== '') return;
  const takesNumber = /^(numeric|decimal)$/.test((await control.getAttribute('inputmode')) ?? '');
  const word = wordFor(element);
  await control.fill(String(answer ?? (takesNumber && !/\d/.test(word) ? '12' : word)));
}

async function choose(controls: Locator, answer: Answers[string] | undefined): Promise<void> {
  const chosen = await controls.evaluateAll((all) => all.some((one) => one instanceof HTMLInputElement && one.checked));
  if (chosen && answer === undefined) return;
  const values = answer === undefined ? [] : [answer].flat();
  if (values.length === 0) return controls.last().check();
  for (const one of await controls.all()) {
    if (values.includes((await one.getAttribute('value')) ?? '')) await one.check();
  }
}

type Named = (part?: string) => Locator;

async function fillDate(named: Named, answer: Answers[string]): Promise<void> {
  if ((await named(':day').inputValue()) !== '') return;
  const parts = typeof answer === 'string' ? answer.split('.') : answer;
  for (const [at, part] of ['day', 'month', 'year'].entries()) await named(`:${part}`).fill(parts[at] ?? '');
}

async function fillName(named: Named, answer: Answers[string]): Promise<void> {
  if ((await named(':lastName').inputValue()) !== '') return;
  const [last = '', first = ''] = String(answer).split(' ');
  await named(':lastName').fill(last);
  await named(':firstName').fill(first);
}

/** A drawing as PDF, or a photograph where only pictures are taken. */
async function fillFile(question: Locator, control: Locator, element: string): Promise<void> {
  if ((await question.locator(`button[name="${element}:remove"]`).count()) > 0) return;
  const accepted = (await control.getAttribute('accept')) ?? '';
  await control.setInputFiles(accepted.includes('pdf') ? plainPdf(`${element}.pdf`) : photo('место.png'));
}
