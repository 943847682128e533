import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Language } from '#kernel/language.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export type PlainPage = Readonly<{
  language: Language;
  title: string;
  /** Of the response's policy; without it the page goes unstyled. */
  nonce: string;
  body: Html;
  /** Beside the name of the program, for instance a choice of languages. */
  aside?: Html;
}>;

/** Falls back to its own colours where the design's tokens are not loaded (this page must not depend on the build). */
const style = `
:root { color-scheme: light dark; --paper: #fdfbf6; --raised: #fffefb; --ink: #1b221e; --soft: #55605a; --rule: #d9d3c4;
  --city: #0d5b43; --wash: #e4efe8; --turn: #8a5200; --turn-wash: #fcf0d8; --focus: #f0b429; }
@media (prefers-color-scheme: dark) { :root { --paper: #151a17; --raised: #1a201d; --ink: #ece9e0; --soft: #a9b3ac;
  --rule: #37403a; --city: #6cc7a1; --wash: #1c3229; --turn: #f0b95a; --turn-wash: #35290f; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.5 Commissioner, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
header { border-block-end: 1px solid var(--rule); }
header > div { max-width: 60rem; margin: 0 auto; padding: 0.875rem 1.25rem; display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; justify-content: space-between; }
.brand { display: inline-flex; gap: 0.6rem; align-items: center; font-weight: 700; font-size: 1.1875rem; color: var(--city); text-decoration: none; }
main { max-width: 60rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.4rem); line-height: 1.15; letter-spacing: -0.015em; margin: 0 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.0625rem; margin: 2.25rem 0 0.75rem; }
p { margin: 0 0 1rem; max-width: 40rem; }
a { color: var(--city); }
nav { display: flex; gap: 1rem; font-size: 0.9375rem; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.notice { background: var(--turn-wash); border-inline-start: 4px solid var(--turn); padding: 0.75rem 1rem; max-width: 40rem; }
.notice strong { color: var(--turn); }
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem; margin: 0; padding: 0; list-style: none; }
button { font: inherit; color: inherit; cursor: pointer; min-height: 2.75rem; padding: 0.75rem 1rem; border-radius: 3px; border: 1px solid var(--rule); background: var(--raised); }
.departments { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: 0 2rem; }
.departments > section { display: grid; grid-row: span 2; grid-template-rows: subgrid; }
.departments h2 { align-self: end; }
.people button { width: 100%; height: 100%; text-align: start; display: flex; flex-direction: column; gap: 0.125rem; align-items: flex-start; }
.people button:hover { border-color: var(--city); background: var(--wash); }
.name { font-weight: 600; }
.main-action { background: var(--city); color: var(--paper); border-color: var(--city); font-weight: 600; padding-inline: 1.5rem; }
a:focus-visible, button:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
@media (max-width: 30rem) { main { padding-top: 1.25rem; } .people { grid-template-columns: 1fr; } }
`;

/** Several lines that become one. */
const mark = `<svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M3 7h6c6 0 6 9 12 9h8M3 16h26M3 25h6c6 0 6-9 12-9h8" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/></svg>`;

/** A whole page without scripts and without the pages' bundle, for sign-in and for errors before a page could be made. */
export const plainPage = ({ language, title, nonce, body, aside }: PlainPage): Html =>
  html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style nonce="${nonce}">${raw(style)}</style>
</head>
<body>
<header><div><a class="brand" href="/">${raw(mark)}Berdem</a>${aside ?? ''}</div></header>
<main id="content">${body}</main></body>
</html>`;

export { html };
