import type { Db } from '#platform/db/index.ts';
import type { DemoDepartment } from './demo-pages.ts';

export const demoPath = '/demo-idp';
export const clientId = 'berdem';

/** Language and nonce reach the provider's own pages as headers of the inner request; no browser can set them. */
export const languageHeader = 'x-demo-language';
export const nonceHeader = 'x-demo-nonce';

export type DemoProviderDeps = Readonly<{
  db: Db;
  publicUrl: string;
  departments: readonly DemoDepartment[];
  /** For the test of signing out at the provider; otherwise each sign-in asks anew who it is. */
  logsOutAtProvider?: boolean;
}>;

/** The issuer of the demo people's identities. */
export const demoIssuer = (publicUrl: string): string => `${publicUrl}${demoPath}`;
