import { type Answers, isAnswered } from './answers.ts';
import type { Form, FormPage, Question } from './compose.ts';

/** All questions of the form in order. */
export const questionsOf = (form: Form): Question[] => form.pages.flatMap((page) => page.questions);

/** The page of that id, if the form has it under the present answers. */
export const findPage = (form: Form, pageId: string): FormPage | undefined =>
  form.pages.find((page) => page.id === pageId);

/** Whether every question of the page was answered, and none that must have an answer was left empty. */
function isPageDone(page: FormPage, answers: Answers): boolean {
  return page.questions.every(
    ({ element, required }) => isAnswered(answers, element.id) && !(required && answers[element.id] === null),
  );
}

/** The first page with a question not answered yet; `undefined` when the form is ready to be checked and filed. */
export function firstUnanswered(form: Form, answers: Answers): FormPage | undefined {
  return form.pages.find((page) => !isPageDone(page, answers));
}

/**
 * Where to go after a page was saved: to the same page if the answers made new questions appear on it, else to the next
 * unfinished page, first behind it and then before it. `undefined`: all is answered, go to "check your answers".
 */
export function nextPage(form: Form, answers: Answers, currentPageId: string): FormPage | undefined {
  const current = form.pages.findIndex((page) => page.id === currentPageId);
  const behind = form.pages.slice(Math.max(current, 0)).find((page) => !isPageDone(page, answers));
  return behind ?? firstUnanswered(form, answers);
}

/** The page before this one, for the link back. */
export function pageBefore(form: Form, pageId: string): FormPage | undefined {
  const current = form.pages.findIndex((page) => page.id === pageId);
  return current > 0 ? form.pages[current - 1] : undefined;
}

/** How far the person is: pages finished of pages there are under the present answers. */
export function progress(form: Form, answers: Answers): Readonly<{ done: number; of: number }> {
  return { done: form.pages.filter((page) => isPageDone(page, answers)).length, of: form.pages.length };
}
