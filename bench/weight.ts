/**
 * Weight: what the first load of each citizen page brings over the wire, page, styles, scripts and fonts together. The
 * bar: 60 kB without the map.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Actor } from '#kernel/actor.ts';
import { demoId } from '#modules/people/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import type { App } from '../src/app.ts';
import { writeDraft } from '../src/demo/write-draft.ts';
import { createHttp } from '../src/http.ts';
import { buildPages } from '../tools/build-pages.ts';
import { openCity } from './support/city.ts';
import { describeRun, printTable } from './support/table.ts';

const client = join(import.meta.dirname, '../build/client');
const bar = 60;

/** Bytes over the wire of a built asset: its brotli twin where it has one, as browsers ask for it. */
function assetBytes(path: string): number {
  const file = join(client, path);
  return /\.(css|js|svg)$/.test(path) ? statSync(`${file}.br`).size : statSync(file).size;
}

/** Everything static that a script imports, itself included. */
function withImports(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = readFileSync(join(client, path), 'utf8');
  for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) withImports(`/assets/${name}`, seen);
  return seen;
}

type Font = Readonly<{ path: string; ranges: readonly (readonly [number, number])[] }>;

/** The fonts of a style sheet, with the letters each has. */
const fontsOf = (css: string): Font[] =>
  [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face = '']) => {
    const path = /url\(["']?(\/assets\/[^)"']+)/.exec(face)?.[1];
    const ranges = /unicode-range:([^;}]*)/.exec(face)?.[1]?.split(',') ?? ['U+0-10FFFF'];
    const parsed = ranges.map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      const bound = (text: string, digit: string) => Number.parseInt(text.replaceAll('?', digit), 16);
      return [bound(from, '0'), bound(to, 'F')] as const;
    });
    return path === undefined ? [] : [{ path, ranges: parsed }];
  });

const needs = (letters: ReadonlySet<number>, { ranges }: Font): boolean =>
  [...letters].some((letter) => ranges.some(([from, to]) => letter >= from && letter <= to));

/** The bytes of a page by kind. Fonts are those whose letters stand on the page. */
function weigh(html: string): Record<'page' | 'styles' | 'scripts' | 'fonts', number> {
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? [],
  );
  const named = [...html.matchAll(/(?:<script[^>]+src|<link[^>]+rel="modulepreload"[^>]+href)="([^"]+\.js)"/g)];
  const imported = [...html.matchAll(/import\s*(?:\(|[^"'(]*from\s*)?["'](\/assets\/[^"']+\.js)["']/g)];
  const scripts = new Set([...named, ...imported].flatMap(([, path]) => (path ? [...withImports(path)] : [])));
  const text = html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, '');
  const letters = new Set([...text].map((letter) => letter.codePointAt(0) ?? 0));
  const sheets = [...new Set(styles)];
  const faces = sheets.flatMap((path) => fontsOf(readFileSync(join(client, path), 'utf8')));
  const fonts = new Set(faces.filter((face) => needs(letters, face)).map(({ path }) => path));
  const sum = (paths: Iterable<string>) => [...paths].reduce((all, path) => all + assetBytes(path), 0);
  return { page: gzipSync(html).length, styles: sum(sheets), scripts: sum(scripts), fonts: sum(fonts) };
}

/** One of each kind of citizen page; the map is measured apart, for it may be heavier. */
async function pathsOf(app: App, actor: Actor): Promise<string[]> {
  const wish = { subject: { situationId: 'build-office' }, place: { point: [49.12, 55.79] as [number, number] } };
  const { draftId } = await writeDraft(app, actor, wish);
  const filed = await app.applications.file(actor, {
    draftId: (await writeDraft(app, actor, wish)).draftId,
    language: 'ru',
  });
  const { form } = await app.applications.getDraft(actor, draftId);
  const longest = form.pages.toSorted((a, b) => b.questions.length - a.questions.length)[0]?.id ?? '';
  const draft = ['triage/land', 'place', 'plan', 'applicant', `form/${longest}`, 'check', 'map'];
  return [
    '/',
    `/search?q=${encodeURIComponent('построить офис')}`,
    '/situations/build-office',
    '/services/excavation-order',
    ...draft.map((path) => `/drafts/${draftId}/${path}`),
    `/applications/${filed.id}`,
    `/applications/${filed.id}/receipt`,
    '/my',
    '/track',
    '/verify',
    '/account',
    '/about',
  ];
}

console.log(describeRun());
await buildPages();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-weight-'));
const { app, close } = await openCity({ DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' });
const http = await createHttp(app);
const actor: Actor = { kind: 'person', personId: demoId('resident-1') };
const { token } = await createSessions({ db: app.db, clock: app.clock }).create({ actor, name: 'Сафина Айгуль' }, '');
const rows: (string | number)[][] = [];
for (const path of await pathsOf(app, actor)) {
  for (const language of ['ru', 'tt']) {
    const headers = { cookie: `session=${token}; lang=${language}`, accept: 'text/html' };
    const response = await http.request(new URL(path, app.config.publicUrl), { headers });
    const parts = weigh(await response.text());
    const total = Object.values(parts).reduce((sum, bytes) => sum + bytes, 0) / 1000;
    const name = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id').replace(/\?.*/, '?q=…');
    const kilobytes = Object.values(parts).map((bytes) => (bytes / 1000).toFixed(1));
    const isOver = total > bar && !path.endsWith('/map');
    rows.push([
      `${name} (${language}${response.status === 200 ? '' : `, ${response.status}`})`,
      ...kilobytes,
      total.toFixed(1),
      isOver ? 'over' : '',
    ]);
    if (isOver || response.status !== 200) process.exitCode = 1;
  }
}
await close();
rmSync(dataDir, { recursive: true, force: true });
printTable([
  ['citizen page, kB over the wire', 'page (gzip)', 'styles (br)', 'scripts (br)', 'fonts', 'all', `bar ${bar}`],
  ...rows,
]);
