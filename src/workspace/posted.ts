import { data } from 'react-router';
import type { ZodType } from 'zod';
import type { FieldError } from '#kernel/result.ts';
import type { PageSubmission } from '#ui/page.ts';

/** A posted form of the workspace: its texts in order, and the documents received with it. */
export type Posted = Readonly<{ fields: readonly (readonly [string, string])[]; documentIds: readonly string[] }>;

/** The last text of a field, '' when it was not posted. */
export const textIn = ({ fields }: Posted, name: string): string => fields.findLast(([of]) => of === name)?.[1] ?? '';

/** All texts of a field: ticked boxes. */
export const textsIn = ({ fields }: Posted, name: string): string[] =>
  fields.filter(([of]) => of === name).map(([, text]) => text);

/** A mistake in a field of a form that no element describes; its text stands in the workspace's texts. */
export type Mistake = Readonly<{ name: string; code: 'text' | 'long' | 'grounds' | 'some' }>;

/** Why a form did nothing, with everything typed into it. */
export type Refused = Readonly<{
  act: string;
  fields: readonly (readonly [string, string])[];
  hadFiles: boolean;
  problem?: Readonly<{ title: string; whatToDo: string }>;
  mistakes: readonly Mistake[];
  /** Mistakes in fields of a register record. */
  fieldErrors: readonly FieldError[];
}>;

/** What was typed cannot be used; thrown by an act and shown in its form. */
export class InputRefused extends Error {
  readonly mistakes: readonly Mistake[];
  readonly fieldErrors: readonly FieldError[];
  constructor(mistakes: readonly Mistake[], fieldErrors: readonly FieldError[] = []) {
    super('the form has mistakes');
    this.mistakes = mistakes;
    this.fieldErrors = fieldErrors;
  }
}

/** The command a form asks for, read by the schema of its module. Throws `InputRefused` with what is wrong. */
export function readCommand<T>(schema: ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  throw new InputRefused(
    read.error.issues.map(({ path, code }) => {
      const name = String(path[0] ?? '');
      if (name === 'grounds') return { name, code: 'grounds' };
      return { name, code: code === 'too_big' ? 'long' : 'text' };
    }),
  );
}

/** Reads the posted form; its files go to the store as they arrive, as documents of the case. */
export async function readPosted(
  request: PageSubmission,
  owner: Readonly<{ caseId: string; applicationId: string }>,
): Promise<Posted> {
  if (!request.isMultipart) return { fields: await request.fields(), documentIds: [] };
  const { app, actor } = request;
  const { fields, files } = await request.readMultipart(request.body, async ({ name, content }) => {
    try {
      await request.count('upload');
      return { id: (await app.documents.receive(actor, content, { name, ...owner })).id };
    } catch (error) {
      // The rest of the form is still read, so that nothing typed is lost over a refused file.
      return { error };
    }
  });
  const refused = files.find((file) => file.error !== undefined);
  const posted = {
    fields: fields.filter(([name]) => name !== 'csrf'),
    documentIds: files.flatMap(({ id }) => (id === undefined ? [] : [id])),
  };
  if (refused === undefined) return posted;
  throw new FileRefused(posted, refused.error);
}

/** A file was refused; carries the rest of the form. */
class FileRefused extends Error {
  readonly posted: Posted;
  readonly reason: unknown;
  constructor(posted: Posted, reason: unknown) {
    super('a file was refused');
    this.posted = posted;
    this.reason = reason;
  }
}

/** Name of the buttons of the workspace's forms; the value says what to do. */
export const actControl = 'act';

/**
 * Does what a form asks and answers with a redirect, or shows the form again with the problem and everything typed.
 * The end of a session is left to the page, which keeps the texts until the person is back.
 */
export async function attempt(
  request: PageSubmission,
  owner: Readonly<{ caseId: string; applicationId: string }>,
  work: (posted: Posted) => Promise<Response>,
) {
  let posted: Posted = { fields: [], documentIds: [] };
  try {
    posted = await readPosted(request, owner);
    return await work(posted);
  } catch (error) {
    if (error instanceof Response) throw error;
    if (error instanceof FileRefused) return refusal(request, error.posted, error.reason);
    return refusal(request, posted, error);
  }
}

function refusal(request: PageSubmission, posted: Posted, error: unknown) {
  const { fields } = posted;
  const base = {
    act: textIn(posted, actControl),
    fields,
    hadFiles: request.isMultipart,
    mistakes: [],
    fieldErrors: [],
  };
  if (error instanceof InputRefused) {
    const { mistakes, fieldErrors } = error;
    return data<Refused>({ ...base, mistakes, fieldErrors }, { status: 422 });
  }
  const problem = request.explain(error);
  if (problem === undefined || problem.status === 401) throw error;
  const { title, whatToDo, status } = problem;
  return data<Refused>({ ...base, problem: { title, whatToDo } }, { status });
}
