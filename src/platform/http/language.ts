import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Language, languages } from '#kernel/language.ts';
import type { HttpEnv } from './env.ts';

const cookieName = 'lang';
const year = 365 * 24 * 60 * 60;

const known = (text: string | undefined): Language | undefined => Language.safeParse(text).data;

/** The best of our languages by an Accept-Language header (RFC 9110, section 12.5.4): `tt-RU;q=0.9` asks for Tatar. */
export function preferredLanguage(header: string, spoken: readonly Language[] = languages): Language | undefined {
  const wishes = header.split(',').map((part) => {
    const [range = '', ...params] = part.trim().toLowerCase().split(';');
    const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find((value) => value !== undefined);
    return { language: known(range.split('-')[0]), quality: quality === undefined ? 1 : Number(quality) };
  });
  // The sort keeps the header's order among equals.
  return wishes
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find(({ language }) => language && spoken.includes(language))?.language;
}

export type LanguageOptions = Readonly<{
  isHttps: boolean;
  /** Languages of the city, the first where another is asked for; all of the program's if not given. */
  spoken?: readonly Language[];
}>;

/** The language of the answer: `?lang=` (remembered in a cookie), the cookie, the browser's wish, the city's first. */
export function withLanguage({ isHttps, spoken = languages }: LanguageOptions): MiddlewareHandler<HttpEnv> {
  const offered = (language: Language | undefined) => (language && spoken.includes(language) ? language : undefined);
  return async (c, next) => {
    const chosen = offered(known(c.req.query('lang')));
    const language =
      chosen ??
      offered(known(getCookie(c, cookieName))) ??
      preferredLanguage(c.req.header('accept-language') ?? '', spoken) ??
      spoken[0] ??
      'ru';
    c.set('language', language);
    await next();
    if (chosen === undefined) return;
    setCookie(c, cookieName, chosen, { path: '/', maxAge: year, sameSite: 'Lax', secure: isHttps, httpOnly: true });
  };
}
