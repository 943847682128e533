import { Hono } from 'hono';
import { Problem } from '#kernel/problem.ts';
import type { HttpEnv } from './env.ts';
import { html, plainPage } from './plain-page.ts';
import type { ProblemCatalogue } from './problem-catalogue.ts';

const statusWord = { ru: 'Код ответа HTTP', tt: 'HTTP җавап коды', en: 'HTTP status' } as const;

/** What the `type` of an error answer leads to (RFC 9457, section 3.1.1): the problem explained to a developer. */
export const problemPages = (catalogue: ProblemCatalogue): Hono<HttpEnv> =>
  new Hono<HttpEnv>().get('/problems/:module/:name', (c) => {
    const code = `${c.req.param('module')}/${c.req.param('name')}`;
    const entry = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
    if (!entry) throw new Problem('http/not-found');
    const { language, nonce } = c.var;
    const title = entry.title[language];
    const body = html`<h1>${title}</h1><p>${entry.whatToDo[language]}</p>
<p class="soft"><code>${code}</code> · ${statusWord[language]} ${entry.status}</p>`;
    return c.html(plainPage({ language, title, nonce, body }));
  });
