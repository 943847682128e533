import { test } from 'vitest';

/**
 * A test of what only a database server does. On the embedded database it is not there at all, with a clear line; the
 * full run (.ci/run) runs both.
 */
export const serverTest: (name: string, run: () => Promise<void>, timeout?: number) => void = process.env.DATABASE_URL
  ? (name, run, timeout) => test(name, run, timeout)
  : (name) => console.log(`only on a server: ${name}`);
