import { Hono } from 'hono';
import type { HttpEnv } from '#platform/http/index.ts';
import type { ProviderConfig } from '../sign-in/openid-client.ts';
import { sharedKeys } from './demo-keys.ts';
import type { Surroundings } from './demo-pages.ts';
import { clientId, type DemoProviderDeps, demoIssuer, demoPath, languageHeader, nonceHeader } from './demo-terms.ts';

type Serve = (request: Request) => Promise<Response>;

/**
 * An OpenID Connect provider inside the process, for demonstrations: real flow, invented people. `routes` is mounted
 * with the city's other routes; `config` is what the sign-in routes need to use it, calling it in process and not over
 * the network, so that it works behind any proxy. Several web processes share its keys and grants in the database.
 */
export function createDemoProvider(deps: DemoProviderDeps): { routes: Hono<HttpEnv>; config: ProviderConfig } {
  const { db, publicUrl, logsOutAtProvider = false } = deps;
  let serving: Promise<Serve> | undefined;
  const serve: Serve = async (request) => {
    // Loaded at the first sign-in: whoever only asks `may` need not load a provider.
    serving ??= Promise.all([import('./demo-provider.ts'), sharedKeys(db)]).then(([provider, keys]) =>
      provider.serveProvider(deps, keys),
    );
    return (await serving)(request);
  };

  /** The request as the provider must see it: at the city's public address, whatever way it came. */
  const atPublicUrl = (request: Request, { language, nonce }: Surroundings): Request => {
    const { pathname, search } = new URL(request.url);
    const { protocol, host } = new URL(publicUrl);
    const inner = new Request(`${publicUrl}${pathname}${search}`, request);
    inner.headers.set('x-forwarded-proto', protocol.slice(0, -1));
    inner.headers.set('x-forwarded-host', host);
    inner.headers.set(languageHeader, language);
    inner.headers.set(nonceHeader, nonce);
    return inner;
  };

  const routes = new Hono<HttpEnv>().all(`${demoPath}/*`, (c) => serve(atPublicUrl(c.req.raw, c.var)));
  const config: ProviderConfig = {
    issuer: demoIssuer(publicUrl),
    clientId,
    clientSecret: async () => (await sharedKeys(db)).clientSecret,
    logsOutAtProvider,
    ...(logsOutAtProvider ? {} : { prompt: 'login' }),
    fetch: (url, options) =>
      serve(atPublicUrl(new Request(url, options as RequestInit), { language: 'ru', nonce: '' })),
  };
  return { routes, config };
}
