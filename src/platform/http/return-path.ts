const longest = 2000;
/** A base that no real path can lead away from without being noticed. */
const base = 'https://self.invalid';

/**
 * A path of ours to come back to, or `/`. Anything that could lead to another site (a scheme, `//host`, backslashes,
 * control characters, an encoded way around) is refused by comparing with how a browser would read it.
 */
export function safeReturnPath(wished: string | undefined): string {
  if (wished === undefined || wished.length > longest) return '/';
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wished) || !URL.canParse(wished, base)) return '/';
  const url = new URL(wished, base);
  // Dots may fold into a second slash: `/.//host` would be read as `//host`.
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  if (/^\/(sign-in|sign-out|demo-idp)(\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

/** The sign-in page's address that leads back to the page of `url`. */
export function signInPath(url: string): string {
  const { pathname, search } = new URL(url);
  const back = safeReturnPath(pathname + search);
  return back === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: back })}`;
}
