import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';

const DATA_DIR = mkdtempSync(join(tmpdir(), 'berdem-web-'));
afterAll(() => rmSync(DATA_DIR, { recursive: true }));

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return address !== null && typeof address === 'object' ? address.port : 0;
}

async function start(settings: Record<string, string>): Promise<{ child: ChildProcess; errors: () => string }> {
  const { DATABASE_URL: _unused, ...environment } = process.env;
  const child = spawn(process.execPath, [join(import.meta.dirname, 'web.ts')], {
    env: { ...environment, DATA_DIR, ...settings },
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return { child, errors: () => text };
}

describe('the web process', () => {
  test('starts from nothing, says when it is ready, stops when asked, and starts again', async () => {
    const port = await freePort();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const { child } = await start({ PORT: String(port) });
      await vi.waitFor(async () => expect((await fetch(`http://localhost:${port}/health/ready`)).status).toBe(200), {
        timeout: 60_000,
        interval: 100,
      });
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
    }
  }, 90_000);

  test('that cannot start says which setting to change, without a trace', async () => {
    const { child, errors } = await start({ PORT: 'http' });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(errors()).toBe('PORT: give a port number, for example 8080\n');
  });
});
