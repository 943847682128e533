import type { Form, FormPage, Question } from './compose.ts';
import { type FormSource, prepareForms } from './prepare.ts';

/** A question with the conditions in FEEL under which it is asked; none: always. */
type WholeQuestion = Question & Readonly<{ conditions: readonly string[] }>;

type WholePage = Omit<FormPage, 'questions'> & Readonly<{ questions: readonly WholeQuestion[] }>;

/** Everything that services may ask, under whatever answers. */
export type WholeForm = Omit<Form, 'pages'> & Readonly<{ pages: readonly WholePage[] }>;

/** The form of some services with every question they may ask, in the order of the pages: for whoever designs it. */
export function wholeForm(source: FormSource, serviceIds: readonly string[]): WholeForm {
  const { byPage, serviceNames } = prepareForms(source);
  const pages = source.pages.flatMap((page) => {
    const questions = (byPage.get(page.id) ?? []).flatMap(({ element, askings }): WholeQuestion[] => {
      const asking = askings.filter(({ serviceId }) => serviceIds.includes(serviceId));
      if (asking.length === 0) return [];
      const conditions = asking.flatMap(({ when }) => when ?? []);
      return [
        {
          element,
          required: asking.some(({ required }) => required),
          askedBy: serviceIds.filter((id) => asking.some(({ serviceId }) => serviceId === id)),
          conditions: conditions.length < asking.length ? [] : [...new Set(conditions)],
        },
      ];
    });
    return questions.length === 0 ? [] : [{ ...page, questions }];
  });
  const services = serviceIds.flatMap((id) => {
    const name = serviceNames.get(id);
    return name === undefined ? [] : [{ id, name, status: 'needed' as const }];
  });
  const asked = pages.flatMap(({ questions }) => questions.map(({ askedBy }) => askedBy.length));
  const askings = asked.reduce((sum, count) => sum + count, 0);
  return {
    version: source.city.version,
    pages,
    services,
    hidden: [],
    askings,
    askedOnceSavings: askings - asked.length,
  };
}
