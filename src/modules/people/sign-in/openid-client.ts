import * as openid from 'openid-client';
import { z } from 'zod';

/** The sign-in provider of a city: any that speaks OpenID Connect with discovery. */
export type ProviderConfig = Readonly<{
  /** Issuer identifier, for example `https://login.city.example`. */
  issuer: string;
  clientId: string;
  /** Asked for when needed, because the demo provider makes its own at first use. Without it the client is public. */
  clientSecret?: () => Promise<string>;
  /** Space-separated; default `openid profile email phone address`. */
  scope?: string;
  /** `login` asks anew for who it is each time. */
  prompt?: 'login' | 'select_account';
  /** Whether signing out here also ends the session at the provider (RP-Initiated Logout 1.0). */
  logsOutAtProvider: boolean;
  /** How the provider is reached; the demo provider is called in process. */
  fetch?: openid.CustomFetch;
}>;

/** What has to be remembered between leaving for the provider and coming back. */
export const Attempt = z.object({ nonce: z.string(), verifier: z.string(), returnPath: z.string() });
export type Attempt = z.infer<typeof Attempt>;

/** Whom the provider named. `idToken` is what it wants to see again at sign-out. */
export type SignedIn = Readonly<{ issuer: string; claims: unknown; idToken: string }>;

const defaultScope = 'openid profile email phone address';

/** Plain http is for a provider on this machine only. */
const isLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' &&
  (hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]');

async function discover({ issuer, clientId, clientSecret, fetch }: ProviderConfig): Promise<openid.Configuration> {
  const server = new URL(issuer);
  const secret = await clientSecret?.();
  const execute = isLoopback(server) || fetch ? [openid.allowInsecureRequests] : [];
  return openid.discovery(
    server,
    clientId,
    {},
    secret === undefined ? openid.None() : openid.ClientSecretBasic(secret),
    {
      execute,
      timeout: 10,
      ...(fetch ? { [openid.customFetch]: fetch } : {}),
    },
  );
}

/**
 * Authorization code flow with PKCE, state and nonce. The provider's metadata is read at the first sign-in, not at start:
 * the city runs while its provider does not, and the provider may be this very process.
 */
export function createOpenIdClient(config: ProviderConfig, redirectUri: string) {
  let known: Promise<openid.Configuration> | undefined;
  const configuration = () => {
    known ??= discover(config).catch((error) => {
      known = undefined;
      throw error;
    });
    return known;
  };

  return {
    /** Where to send the browser, under which state to remember the attempt, and the attempt. */
    async begin(returnPath: string): Promise<{ url: string; state: string; attempt: Attempt }> {
      const state = openid.randomState();
      const attempt = { nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier(), returnPath };
      const url = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: config.scope ?? defaultScope,
        state,
        nonce: attempt.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        ...(config.prompt === undefined ? {} : { prompt: config.prompt }),
      });
      return { url: url.href, state, attempt };
    },

    /** Turns the provider's answer (the query of the way back) into who it is. Throws errors of `openid-client`. */
    async finish(query: string, state: string, attempt: Attempt): Promise<SignedIn> {
      const configured = await configuration();
      const tokens = await openid.authorizationCodeGrant(configured, new URL(`${redirectUri}${query}`), {
        pkceCodeVerifier: attempt.verifier,
        expectedState: state,
        expectedNonce: attempt.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims || tokens.id_token === undefined) throw new Error('the provider sent no ID token');
      const told =
        configured.serverMetadata().userinfo_endpoint === undefined
          ? {}
          : await openid.fetchUserInfo(configured, tokens.access_token, claims.sub);
      return { issuer: claims.iss, claims: { ...claims, ...told, sub: claims.sub }, idToken: tokens.id_token };
    },

    /** Where to end the session at the provider; undefined when it is not to be, or cannot be, ended there. */
    async endSessionUrl(idToken: string, returnTo: string): Promise<string | undefined> {
      if (!config.logsOutAtProvider) return undefined;
      const configured = await configuration();
      if (configured.serverMetadata().end_session_endpoint === undefined) return undefined;
      return openid.buildEndSessionUrl(configured, { id_token_hint: idToken, post_logout_redirect_uri: returnTo }).href;
    },
  };
}

export type OpenIdClient = ReturnType<typeof createOpenIdClient>;
