import { describe, expect, test } from 'vitest';
import { readConfig } from './index.ts';

const DATA_DIR = '/srv/berdem';

const signature = { SIGNING_KEY_FILE: 'key.pem', SIGNING_CERTIFICATE_FILE: 'certificate.pem' };
const provider = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'berdem', OIDC_CLIENT_SECRET: 's', ...signature };

describe('the configuration of an installation', () => {
  test('a machine that sets nothing gets a demo on port 8080 with the embedded database', () => {
    const config = readConfig({ DATA_DIR });
    expect(config).toMatchObject({
      port: 8080,
      demo: true,
      jobs: true,
      cities: ['cities/kazan'],
      publicUrl: 'http://localhost:8080',
      fileLimit: 52_428_800,
    });
    expect(config).not.toHaveProperty('databaseUrl');
  });

  test('with an identity provider there is no demo', () => {
    expect(readConfig(provider)).toMatchObject({
      demo: false,
      oidc: { clientId: 'berdem' },
    });
    expect(() => readConfig({ ...provider, DEMO: 'on' })).toThrow(/^DEMO: /);
  });

  test('a real city signs with a key of its own; only a demo may do without', () => {
    const { SIGNING_KEY_FILE: _key, ...keyless } = provider;
    expect(() => readConfig(keyless)).toThrow(/^SIGNING_KEY_FILE: /);
    expect(readConfig({ DATA_DIR })).not.toHaveProperty('signature');
  });

  test('what cannot be read is named, all at once, with what to do', () => {
    expect(() => readConfig({ DATA_DIR, PORT: 'http', DATABASE_URL: 'localhost' })).toThrow(
      'PORT: give a port number, for example 8080\nDATABASE_URL: give an address like postgres://user:password@host:5432/database',
    );
  });

  test('without a demo and without a provider nobody could sign in', () => {
    expect(() => readConfig({ DATA_DIR, DEMO: 'off' })).toThrow(/^OIDC_ISSUER: nobody could sign in/);
  });

  test('jobs cannot be left to another process on the embedded database', () => {
    expect(() => readConfig({ DATA_DIR, JOBS: 'off' })).toThrow(/^JOBS: /);
    expect(readConfig({ DATA_DIR, JOBS: 'off', DATABASE_URL: 'postgres://db/berdem' }).jobs).toBe(false);
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ DATA_DIR, PORT: '', DATABASE_URL: '', LOG_LEVEL: '' })).toMatchObject({
      port: 8080,
      logLevel: 'info',
    });
  });
});
