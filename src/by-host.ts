import { type Context, Hono } from 'hono';
import type { Pack } from '#modules/catalogue/index.ts';
import { callerOf, type HttpEnv, html, plainPage, withoutBrowser } from '#platform/http/index.ts';
import type { Log } from '#platform/log/index.ts';

/** A city's surfaces with what is needed to find them. */
export type Site = Readonly<{ city: Pack['city']; publicUrl: string; http: Pick<Hono<HttpEnv>, 'fetch'> }>;

type Options = Readonly<{ log: Log; trustedProxies: number; isHttps: boolean }>;

/**
 * One address for several cities: a request goes to the city that answers under its host name. A single city takes
 * every request; among several, one for an unknown host gets a page that leads to them (421, RFC 9110 section 15.5.20).
 */
export function byHost(sites: readonly Site[], options: Options): Hono<HttpEnv> {
  const http = new Hono<HttpEnv>();
  const [only, ...others] = sites;
  const ofHost = new Map(sites.flatMap((site) => site.city.hosts.map((host) => [host.toLowerCase(), site] as const)));
  const nowhere = signpost(sites, options);
  http.all('*', (c) => {
    const site = others.length === 0 ? only : ofHost.get(hostOf(c, options.trustedProxies));
    return (site?.http ?? nowhere).fetch(c.req.raw, c.env);
  });
  return http;
}

function hostOf({ req }: Context<HttpEnv>, trustedProxies: number): string {
  const { origin } = callerOf({ url: req.url, forwardedHost: req.header('x-forwarded-host') }, trustedProxies);
  return new URL(origin).hostname;
}

const words = {
  ru: { title: 'Какой город вам нужен?', text: 'По этому адресу города нет. Выберите свой:' },
  tt: { title: 'Сезгә кайсы шәһәр кирәк?', text: 'Бу адрес буенча шәһәр юк. Үзегезнекен сайлагыз:' },
  en: { title: 'Which city do you need?', text: 'There is no city at this address. Choose yours:' },
} as const;

function signpost(sites: readonly Site[], options: Options): Hono<HttpEnv> {
  const http = new Hono<HttpEnv>();
  http.use(withoutBrowser({ ...options, formTargets: [] }));
  http.all('*', (c) => {
    const { language, nonce } = c.var;
    const { title, text } = words[language];
    const links = sites.map(({ city, publicUrl }) => html`<li><a href="${publicUrl}/">${city.name[language]}</a></li>`);
    const body = html`<h1>${title}</h1><p>${text}</p><ul>${links}</ul>`;
    return c.html(plainPage({ language, title, nonce, body }), 421);
  });
  return http;
}
