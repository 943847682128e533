import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { Problem } from '#kernel/problem.ts';
import type { HttpEnv } from './env.ts';
import { html, plainPage } from './plain-page.ts';
import { knownProblem, type ProblemCatalogue, problemText } from './problem-catalogue.ts';
import { errorsOf, failure, type ProblemError, problemDetails, problemMediaType } from './problem-details.ts';
import { loggedPath } from './request-log.ts';
import { signInPath } from './return-path.ts';

/** Whether the caller is a browser that opens a page, and not a program that reads JSON. */
const wantsPage = (c: Context<HttpEnv>): boolean => {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('text/html') && !c.req.path.startsWith('/api/');
};

/** "Sign in" reads as "your session ended" to somebody whose session ended meanwhile. */
export const explained = (problem: Problem, values: Readonly<{ expiredSession?: unknown }>): Problem =>
  problem.code === 'people/sign-in-needed' && values.expiredSession ? new Problem('sessions/expired') : problem;

/** The problem behind anything thrown; failures of ours get one log line and a number to quote. */
function problemBehind(error: unknown, c: Context<HttpEnv>, catalogue: ProblemCatalogue): Problem {
  const known = knownProblem(catalogue, error);
  if (known) return explained(known, c.var);
  // Hono's own refusals: a body that is no JSON, or says that it is something else.
  if (error instanceof SyntaxError || (error instanceof HTTPException && error.status < 500))
    return new Problem('http/unreadable');
  c.var.log.error({ err: error, method: c.req.method, path: loggedPath(c.req.path) }, 'request failed');
  return failure(c.var.requestId);
}

/** Writes a problem as a page or as `application/problem+json`, whichever the caller reads. */
export function problemResponse(
  c: Context<HttpEnv>,
  problem: Problem,
  more: Readonly<{ catalogue: ProblemCatalogue; errors?: readonly ProblemError[] }>,
): Response | Promise<Response> {
  const { language, requestId } = c.var;
  const details = problemDetails(problem, { language, requestId, ...more });
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (typeof problem.params.retryAfter === 'number') headers.set('Retry-After', String(problem.params.retryAfter));
  if (!wantsPage(c)) {
    headers.set('Content-Type', problemMediaType);
    headers.set('Content-Language', language);
    return new Response(JSON.stringify(details), { status: details.status, headers });
  }
  if (details.status === 401 && c.req.method === 'GET') return c.redirect(signInPath(c.req.url), 303);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  return problemPage(c, problem, { catalogue: more.catalogue, headers });
}

const words = {
  home: { ru: 'На главную страницу', tt: 'Баш биткә', en: 'To the start page' },
  signIn: { ru: 'Войти', tt: 'Керү', en: 'Sign in' },
  number: { ru: 'Номер обращения', tt: 'Мөрәҗәгать номеры', en: 'Number to quote' },
} as const;

async function problemPage(
  c: Context<HttpEnv>,
  problem: Problem,
  { catalogue, headers }: Readonly<{ catalogue: ProblemCatalogue; headers: Headers }>,
): Promise<Response> {
  const { language, nonce, requestId } = c.var;
  const { status, title, whatToDo } = problemText(catalogue, problem, language);
  const next =
    status === 401
      ? html`<a href="${signInPath(c.req.url)}">${words.signIn[language]}</a>`
      : html`<a href="/">${words.home[language]}</a>`;
  const number = status < 500 ? '' : html`<p class="soft">${words.number[language]}: <code>${requestId}</code></p>`;
  const body = html`<h1>${title}</h1><p>${whatToDo}</p><p>${next}</p>${number}`;
  return new Response(String(await plainPage({ language, title, nonce, body })), { status, headers });
}

/** What the joined HTTP application does with anything thrown (`app.onError`). */
export const respondToError =
  (catalogue: ProblemCatalogue): ErrorHandler<HttpEnv> =>
  (error, c) => {
    const problem = problemBehind(error, c, catalogue);
    const errors = error instanceof z.ZodError ? { errors: errorsOf(error, c.var.language) } : {};
    return problemResponse(c, problem, { catalogue, ...errors });
  };

/** What it answers where there is nothing (`app.notFound`). */
export const respondNotFound =
  (catalogue: ProblemCatalogue): NotFoundHandler<HttpEnv> =>
  (c) =>
    problemResponse(c, new Problem('http/not-found'), { catalogue });
