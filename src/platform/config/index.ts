import { z } from 'zod';

/** An empty variable is as good as none: container files often pass them on so. */
const text = (hint: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.string({ error: hint }).optional());

const wholeNumber = (hint: string) =>
  z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number({ error: hint }).int(hint).positive(hint).optional(),
  );

const onOff = (hint: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(['on', 'off'], hint).optional());

const postgresUrl = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'give an address like postgres://user:password@host:5432/database')
    .optional(),
);

const webUrl = (hint: string) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.url({ protocol: /^https?$/, error: hint }).optional());

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The variables that are read, with what to do if one cannot be. Everything else in the environment is ignored. */
const Environment = z.object({
  PORT: wholeNumber('give a port number, for example 8080'),
  HOST: text('give an address to listen on'),
  PUBLIC_URL: webUrl('give the address under which people reach the program, for example https://services.example'),
  DATABASE_URL: postgresUrl,
  DATABASE_DIRECT_URL: postgresUrl,
  DATABASE_REPLICA_URL: postgresUrl,
  DATABASE_POOL: wholeNumber('give the number of connections, for example 10'),
  DATA_DIR: text('give a folder'),
  CITIES: text('give folders of city packs, separated by commas'),
  PUBLISHED_BY: text('name whoever publishes the rules of the city'),
  DEMO: onOff('write on or off'),
  JOBS: onOff('write on or off'),
  OIDC_ISSUER: webUrl('give the address of the identity provider'),
  OIDC_CLIENT_ID: text('give the client id'),
  OIDC_CLIENT_SECRET: text('give the client secret'),
  SIGNING_KEY_FILE: text('name the PEM file of the private key (PKCS 8, P-256)'),
  SIGNING_CERTIFICATE_FILE: text('name the PEM file of its certificate'),
  LOG_LEVEL: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(logLevels, `give one of ${logLevels.join(', ')}`).optional(),
  ),
  FILE_LIMIT_MB: wholeNumber('give a number of megabytes, for example 50'),
  TRUSTED_PROXIES: wholeNumber('give the number of proxies of your own in front of the program, for example 1'),
});
type Environment = z.infer<typeof Environment>;

/** How to reach the identity provider (OpenID Connect). */
export type OidcConfig = Readonly<{ issuer: string; clientId: string; clientSecret: string }>;

/** Everything that an installation decides. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Absent: the embedded database in `dataDir`. */
  databaseUrl?: string;
  /** Past a transaction pooler, for LISTEN. */
  databaseDirectUrl?: string;
  databaseReplicaUrl?: string;
  databasePool: number;
  dataDir: string;
  /** Folders of city packs. */
  cities: readonly string[];
  /** Who publishes the packs this process starts with: a name, with a role if you like. */
  publishedBy?: string;
  /** Synthetic people and a sign-in without a provider: never together with `oidc`. */
  demo: boolean;
  /** Whether the web process works on jobs too. */
  jobs: boolean;
  oidc?: OidcConfig;
  /** Files of the city's signature; absent only in a demo, which signs with a key of its own. */
  signature?: Readonly<{ keyFile: string; certificateFile: string }>;
  logLevel: (typeof logLevels)[number];
  /** Largest file taken, in bytes. */
  fileLimit: number;
  /** Proxies of ours in front of the program, whose forwarding headers are believed. */
  trustedProxies: number;
}>;

/** An environment the program cannot start with; the message names each variable and says what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const refuse = (variable: string, advice: string): never => {
  throw new ConfigError(`${variable}: ${advice}`);
};

/** Reads the configuration from environment variables. Throws `ConfigError`. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const env = parsed.data;
  const oidc = oidcOf(env);
  const demo = env.DEMO === undefined ? oidc === undefined : env.DEMO === 'on';
  if (!demo && oidc === undefined)
    refuse('OIDC_ISSUER', 'nobody could sign in: name the identity provider, or set DEMO=on to try the program');
  if (demo && oidc !== undefined) refuse('DEMO', 'a demo signs anybody in: set it off, or remove OIDC_ISSUER');
  if (env.JOBS === 'off' && env.DATABASE_URL === undefined)
    refuse('JOBS', 'no other process can reach the embedded database: leave it on, or set DATABASE_URL');
  const port = env.PORT ?? 8080;
  const dataDir = env.DATA_DIR ?? './data';
  return {
    port,
    host: env.HOST ?? '0.0.0.0',
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.DATABASE_DIRECT_URL === undefined ? {} : { databaseDirectUrl: env.DATABASE_DIRECT_URL }),
    ...(env.DATABASE_REPLICA_URL === undefined ? {} : { databaseReplicaUrl: env.DATABASE_REPLICA_URL }),
    databasePool: env.DATABASE_POOL ?? 10,
    dataDir,
    cities: (env.CITIES ?? 'cities/kazan')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    demo,
    ...(env.PUBLISHED_BY === undefined ? {} : { publishedBy: env.PUBLISHED_BY }),
    jobs: env.JOBS !== 'off',
    ...(oidc === undefined ? {} : { oidc }),
    ...signatureOf(env, demo),
    logLevel: env.LOG_LEVEL ?? 'info',
    fileLimit: (env.FILE_LIMIT_MB ?? 50) * 1024 * 1024,
    trustedProxies: env.TRUSTED_PROXIES ?? 0,
  };
}

function oidcOf({ OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET }: Environment): OidcConfig | undefined {
  if (OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId:
      OIDC_CLIENT_ID ??
      refuse('OIDC_CLIENT_ID', 'give the id under which the provider of OIDC_ISSUER knows this program'),
    clientSecret: OIDC_CLIENT_SECRET ?? refuse('OIDC_CLIENT_SECRET', 'give the secret that belongs to OIDC_CLIENT_ID'),
  };
}

/** Documents of a real city bear its own signature; only a demonstration may sign with a key that it makes. */
function signatureOf(
  { SIGNING_KEY_FILE, SIGNING_CERTIFICATE_FILE }: Environment,
  demo: boolean,
): Pick<Config, 'signature'> {
  if (SIGNING_KEY_FILE === undefined && SIGNING_CERTIFICATE_FILE === undefined && demo) return {};
  return {
    signature: {
      keyFile:
        SIGNING_KEY_FILE ?? refuse('SIGNING_KEY_FILE', 'name the PEM file of the private key that signs documents'),
      certificateFile:
        SIGNING_CERTIFICATE_FILE ??
        refuse('SIGNING_CERTIFICATE_FILE', 'name the PEM file of the certificate of SIGNING_KEY_FILE'),
    },
  };
}
