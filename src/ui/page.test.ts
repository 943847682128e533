import { RouterContextProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { formAction, type PageProblem, page, submission } from './page.ts';
import { type RequestValues, requestContext } from './request-context.ts';

class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status: number) {
    super(code);
    this.code = code;
    this.status = status;
  }
}

function argumentsOf(request: Request) {
  const values: Partial<RequestValues> = {
    explain: (error) =>
      error instanceof Refusal ? { code: error.code, status: error.status, title: 'T', whatToDo: 'W' } : undefined,
  };
  const context = new RouterContextProvider();
  context.set(requestContext, values as RequestValues);
  return { request, context, params: {}, url: new URL(request.url), pattern: '' };
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const post = (fields: Record<string, string>) =>
  new Request('http://city/drafts/1/form/site', { method: 'POST', body: new URLSearchParams(fields) });

const expired = () => {
  throw new Refusal('sessions/expired', 401);
};

describe('pages and refusals', () => {
  it('a page that needs a person leads to signing in and back', async () => {
    const loader = page(expired);
    const thrown = await thrownBy(() => loader(argumentsOf(new Request('http://city/my?x=1'))));
    expect(thrown).toBeInstanceOf(Response);
    expect((thrown as Response).headers.get('location')).toBe('/sign-in?return=%2Fmy%3Fx%3D1');
  });

  it('a refusal keeps its status and says what to do', async () => {
    const loader = page(() => {
      throw new Refusal('applications/unknown-draft', 404);
    });
    const thrown = await thrownBy(() => loader(argumentsOf(new Request('http://city/drafts/1'))));
    expect(thrown).toMatchObject({ init: { status: 404 }, data: { title: 'T', whatToDo: 'W' } });
  });

  it.each([
    ['a form', formAction(expired)],
    [
      'a page with files',
      submission(async (request) => {
        await request.fields();
        return expired();
      }),
    ],
  ])('%s sent after the session ended keeps everything typed but its token', async (_name, action) => {
    const thrown = await thrownBy(() => action(argumentsOf(post({ csrf: 'secret', 'site.note': 'у реки' }))));
    const { kept } = (thrown as { data: PageProblem }).data;
    expect(kept).toEqual({ action: '/drafts/1/form/site', fields: [['site.note', 'у реки']] });
  });

  it('a failure of ours is passed on as it is', async () => {
    const broken = new Error('the database is gone');
    const loader = page(() => {
      throw broken;
    });
    expect(await thrownBy(() => loader(argumentsOf(new Request('http://city/'))))).toBe(broken);
  });
});
