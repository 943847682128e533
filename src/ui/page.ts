import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from 'react-router';
import { Problem } from '#kernel/problem.ts';
import { type RequestValues, requestContext } from './request-context.ts';

/** What a page's loader works with. `params` are those of its path; a missing one reads as ''. */
export type PageRequest = RequestValues & Readonly<{ url: URL; param: (name: string) => string }>;

/** What a page's action works with: the same and the posted form; `text` reads one of its fields, '' when missing. */
export type PageForm = PageRequest & Readonly<{ form: FormData; text: (name: string) => string }>;

/** A problem as the error page reads it. */
export type PageProblem = Readonly<{
  code: string;
  title: string;
  whatToDo: string;
  /** What the person had typed when the session ended: shown as a form that sends it again after signing in. */
  kept?: Readonly<{ action: string; fields: readonly (readonly [string, string])[] }>;
}>;

function pageRequest({ request, params, context }: LoaderFunctionArgs): PageRequest {
  return {
    ...context.get(requestContext),
    url: new URL(request.url),
    param: (name) => params[name] ?? '',
  };
}

/** Where signing in brings the person back to. */
export const signInPath = (url: URL): string => `/sign-in?return=${encodeURIComponent(url.pathname + url.search)}`;

const needsSignIn = (code: string): boolean => code === 'people/sign-in-needed' || code === 'sessions/expired';

/**
 * A loader: `export const loader = page(async ({ app, actor, param }) => …)`.
 * A refusal of the rules becomes an error page with its status; "sign in first" becomes the sign-in page.
 */
export function page<T>(work: (request: PageRequest) => Promise<T> | T) {
  return async (args: LoaderFunctionArgs): Promise<T> => {
    const request = pageRequest(args);
    try {
      return await work(request);
    } catch (error) {
      const problem = request.explain(error);
      if (!problem) throw error;
      if (needsSignIn(problem.code)) throw redirect(signInPath(request.url));
      throw data({ code: problem.code, title: problem.title, whatToDo: problem.whatToDo } satisfies PageProblem, {
        status: problem.status,
      });
    }
  };
}

/** What an action works with that reads its body itself, because files may be in it. */
export type PageSubmission = PageRequest &
  Readonly<{ body: Request; isMultipart: boolean; fields: () => Promise<[string, string][]> }>;

/** The answer to a refusal inside an action. When the session ended while the person typed, it keeps what they typed. */
function refusal(request: PageRequest, error: unknown, typed: readonly (readonly [string, string])[]) {
  const problem = request.explain(error);
  if (!problem) return error;
  const kept = needsSignIn(problem.code) ? { kept: { action: request.url.pathname, fields: typed } } : {};
  const shown: PageProblem = { code: problem.code, title: problem.title, whatToDo: problem.whatToDo, ...kept };
  return data(shown, { status: problem.status });
}

/** An action: `export const action = formAction(async ({ app, actor, text }) => …)`. */
export function formAction<T>(work: (request: PageForm) => Promise<T> | T) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const request = pageRequest(args);
    let form = new FormData();
    try {
      form = await formOf(args.request);
      const posted = form;
      return await work({ ...request, form, text: (name) => textOf(posted, name) });
    } catch (error) {
      throw refusal(request, error, textFields(form));
    }
  };
}

/** An action that reads its body itself: the texts of a plain form by `fields`, files by `readMultipart(body, …)`. */
export function submission<T>(work: (request: PageSubmission) => Promise<T> | T) {
  return async (args: ActionFunctionArgs): Promise<T> => {
    const request = pageRequest(args);
    const body = args.request;
    const isMultipart = body.headers.get('content-type')?.startsWith('multipart/') ?? false;
    let typed: [string, string][] = [];
    const fields = async () => {
      typed = textFields(await formOf(body));
      return typed;
    };
    const readMultipart: PageRequest['readMultipart'] = async (...read) => {
      const posted = await request.readMultipart(...read);
      typed = posted.fields.filter(([name]) => name !== 'csrf').map(([name, value]) => [name, value]);
      return posted;
    };
    try {
      return await work({ ...request, readMultipart, body, isMultipart, fields });
    } catch (error) {
      throw refusal(request, error, typed);
    }
  };
}

/** The posted form; a body that is none is the sender's mistake, not ours. */
async function formOf(body: Request): Promise<FormData> {
  try {
    return await body.formData();
  } catch {
    throw new Problem('http/unreadable');
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Posted texts in their order, without the form's own token. */
export function textFields(form: FormData): [string, string][] {
  return [...form].filter((field): field is [string, string] => typeof field[1] === 'string' && field[0] !== 'csrf');
}
