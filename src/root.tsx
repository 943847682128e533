import './ui/tokens.css';
import './ui/base.css';
import { type ReactNode, use } from 'react';
import { Links, Outlet, Scripts, useMatches, useRouteError } from 'react-router';
import { ErrorPage } from '#ui/error-page/ErrorPage.tsx';
import { FrameContext } from '#ui/frame.ts';
import type { Frame } from '#ui/header/SiteHeader.tsx';
import { page } from '#ui/page.ts';
import { useLanguage, useText } from '#ui/text.tsx';
import favicon from './ui/brand/favicon.svg?url';
import cyrillicFont from './ui/fonts/commissioner-cyrillic.woff2?url';
import latinFont from './ui/fonts/commissioner-latin.woff2?url';

/** What every page's frame needs: the city, who is signed in, the token of forms, and where we are. */
export const loader = page(({ app, viewer, csrfToken, url }) => ({
  city: frameOf(app.catalogue.current.city),
  csrfToken,
  path: url.pathname + url.search,
  ...(viewer ? { viewer } : {}),
}));

const frameOf = ({ name, authority, languages }: Frame['city']): Frame['city'] => ({ name, authority, languages });

/** A route that runs in the browser says `export const handle = { scripts: true }`; all others are plain HTML. */
export type RouteHandle = Readonly<{ scripts?: boolean }>;

const asksForScripts = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === true;

export function Layout({ children }: Readonly<{ children: ReactNode }>) {
  const t = useText();
  const { nonce } = use(FrameContext);
  const scripts = useMatches().some((match) => asksForScripts(match.handle));
  return (
    <html lang={useLanguage()}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={favicon} type="image/svg+xml" />
        <link rel="preload" href={cyrillicFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        <link rel="preload" href={latinFont} as="font" type="font/woff2" crossOrigin="anonymous" />
        <Links />
      </head>
      <body>
        <a className="skip" href="#content">
          {t('shell.skip')}
        </a>
        {children}
        {scripts && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

/** Nothing of the page could be shown: a frame without the city's header, because its loader may be what failed. */
export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
