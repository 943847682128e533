import type { Language } from '#kernel/language.ts';
import type { Problem } from '#kernel/problem.ts';
import { problems as applications } from '#modules/applications/index.ts';
import { problems as calendar } from '#modules/calendar/index.ts';
import { problems as cases } from '#modules/cases/index.ts';
import { problems as catalogue } from '#modules/catalogue/index.ts';
import { problems as decisions } from '#modules/decisions/index.ts';
import { problems as documents } from '#modules/documents/index.ts';
import { problems as holidays } from '#modules/holidays/index.ts';
import { peopleProblems } from '#modules/people/index.ts';
import { problems as planning } from '#modules/planning/index.ts';
import { problems as registers } from '#modules/registers/index.ts';
import { problems as requests } from '#modules/requests/index.ts';
import { problems as territory } from '#modules/territory/index.ts';
import { problems as files } from '#platform/files/index.ts';
import { explained, httpProblems, knownProblem, mergeProblems, problemText } from '#platform/http/index.ts';
import { problems as journal } from '#platform/journal/index.ts';
import { sessionProblems } from '#platform/sessions/index.ts';

/** Every problem code of the program with its status and texts. */
export const problemCatalogue = mergeProblems(
  applications,
  calendar,
  cases,
  catalogue,
  decisions,
  documents,
  files,
  holidays,
  httpProblems,
  journal,
  peopleProblems,
  planning,
  registers,
  requests,
  sessionProblems,
  territory,
);

/** A refusal the catalogue knows, in the reader's language; `undefined` for a failure of ours. */
export function explain(error: unknown, to: { language: Language; expiredSession?: unknown }) {
  const known = knownProblem(problemCatalogue, error);
  if (known === undefined) return undefined;
  const problem = explained(known, to);
  return { code: problem.code, ...problemText(problemCatalogue, problem, to.language) };
}

/** A mistake at a field that no form element describes: what is wrong and what to do, in one line. */
export function explainField(problem: Problem, language: Language): string {
  const { title, whatToDo } = problemText(problemCatalogue, problem, language);
  return `${title}. ${whatToDo}`;
}
