import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Configuration, errors, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { Language } from '#kernel/language.ts';
import type { Html } from '#platform/http/plain-page.ts';
import { fullName } from '../profile.ts';
import { demoAdapter } from './demo-adapter.ts';
import { choosePage, lostPage, refusalPage, type Surroundings, signOutPage } from './demo-pages.ts';
import { type Account, findAccount, listAccounts, type ProviderKeys } from './demo-store.ts';
import { clientId, type DemoProviderDeps, demoIssuer, demoPath, languageHeader, nonceHeader } from './demo-terms.ts';
import { inProcessServer } from './in-process-server.ts';

const claimsOf = (account: Account) => ({
  sub: account.subject,
  name: fullName(account),
  family_name: account.lastName,
  given_name: account.firstName,
  middle_name: account.patronymic ?? undefined,
  email: account.email ?? undefined,
  phone_number: account.phone ?? undefined,
  address: account.registeredAddress === null ? undefined : { formatted: account.registeredAddress },
  snils: account.snils ?? undefined,
  inn: account.inn ?? undefined,
  ogrnip: account.ogrnip ?? undefined,
});

const surroundings = (request: IncomingMessage): Surroundings => ({
  language: Language.catch('ru').parse(request.headers[languageHeader]),
  nonce: String(request.headers[nonceHeader] ?? ''),
});

type PageContext = { type: string; body: unknown; req: IncomingMessage };

async function show(ctx: PageContext, page: Html): Promise<void> {
  ctx.type = 'html';
  ctx.body = String(await page);
}

/** Demo people agree to everything: no consent page. */
async function agreedGrant(ctx: KoaContextWithOIDC) {
  const { provider, session, client, params } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grantId = session.grantIdFor(client.clientId);
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (known) return known;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(String(params?.scope ?? 'openid'));
  await grant.save();
  return grant;
}

/** Seconds each thing of the provider lives: minutes, because a sign-in takes no longer. */
const lifetimes = {
  AccessToken: 300,
  AuthorizationCode: 60,
  Grant: 3600,
  IdToken: 600,
  Interaction: 1800,
  Session: 3600,
};

function configuration({ db, publicUrl }: DemoProviderDeps, keys: ProviderKeys): Configuration {
  return {
    adapter: demoAdapter(db),
    jwks: keys.jwks as NonNullable<Configuration['jwks']>,
    cookies: { keys: [keys.cookieKey], long: { path: demoPath }, short: { path: demoPath } },
    clients: [
      {
        client_id: clientId,
        client_secret: keys.clientSecret,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    claims: {
      openid: ['sub'],
      profile: ['name', 'family_name', 'given_name', 'middle_name', 'snils', 'inn', 'ogrnip'],
      email: ['email'],
      phone: ['phone_number'],
      address: ['address'],
    },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(surroundings(ctx.req), form)),
      },
    },
    ttl: lifetimes,
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `${demoPath}/interaction/${interaction.uid}` },
    loadExistingGrant: agreedGrant,
    renderError: (ctx, out) => show(ctx, refusalPage(surroundings(ctx.req), out.error)),
    async findAccount(_, subject) {
      const account = await findAccount(db, demoIssuer(publicUrl), subject);
      return account && { accountId: subject, claims: () => claimsOf(account) };
    },
  };
}

type Interaction = Readonly<{ provider: Provider; req: IncomingMessage; res: ServerResponse }>;

/** Takes the choice of a demo person and goes on with the sign-in it belongs to. */
async function choose({ provider, req, res }: Interaction, { db, publicUrl }: DemoProviderDeps): Promise<string> {
  const subject = new URLSearchParams(await text(req)).get('account') ?? '';
  const account = await findAccount(db, demoIssuer(publicUrl), subject);
  // An account nobody has: the page is shown again.
  if (!account) return `${demoPath}${req.url}`;
  return provider.interactionResult(req, res, { login: { accountId: account.subject } });
}

function makeProvider(deps: DemoProviderDeps, keys: ProviderKeys): Provider {
  const provider = new Provider(demoIssuer(deps.publicUrl), configuration(deps, keys));
  provider.proxy = true;
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/interaction/')) return next();
    const interaction = { provider, req: ctx.req, res: ctx.res };
    try {
      await provider.interactionDetails(ctx.req, ctx.res);
      if (ctx.method === 'POST') {
        ctx.redirect(await choose(interaction, deps));
        ctx.status = 303;
        return;
      }
      const accounts = await listAccounts(deps.db, demoIssuer(deps.publicUrl));
      await show(ctx, choosePage(surroundings(ctx.req), accounts, deps.departments));
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      ctx.status = 400;
      await show(ctx, lostPage(surroundings(ctx.req)));
    }
  });
  return provider;
}

/** The provider with these keys, as a function from Request to Response. */
export function serveProvider(deps: DemoProviderDeps, keys: ProviderKeys): (request: Request) => Promise<Response> {
  const serve = makeProvider(deps, keys).callback();
  // The provider is mounted below a path: as connect and express do it, the full path stays in `originalUrl`.
  return inProcessServer((req, res) => {
    const full = req.url ?? '/';
    Object.assign(req, { originalUrl: full, url: full.slice(demoPath.length) || '/' });
    serve(req, res);
  });
}
