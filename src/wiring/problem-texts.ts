import { problems as applications } from '#modules/applications/index.ts';
import { problems as calendar } from '#modules/calendar/index.ts';
import { problems as cases } from '#modules/cases/index.ts';
import { problems as catalogue } from '#modules/catalogue/index.ts';
import { problems as decisions } from '#modules/decisions/index.ts';
import { problems as documents } from '#modules/documents/index.ts';
import { peopleProblems } from '#modules/people/index.ts';
import { problems as planning } from '#modules/planning/index.ts';
import { problems as registers } from '#modules/registers/index.ts';
import { problems as requests } from '#modules/requests/index.ts';
import { problems as territory } from '#modules/territory/index.ts';
import { problems as files } from '#platform/files/index.ts';
import { httpProblems, mergeProblems } from '#platform/http/index.ts';
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
  httpProblems,
  journal,
  peopleProblems,
  planning,
  registers,
  requests,
  sessionProblems,
  territory,
);
