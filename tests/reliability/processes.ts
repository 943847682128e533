import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** The program as it is run by an installation, in a process of its own. */
export type Running = Readonly<{
  url: string;
  /** As a power cut: nothing is told to the process. */
  kill(): Promise<void>;
  /** As an operator: SIGTERM. The exit code, once it has ended. */
  stop(): Promise<number | null>;
  /** What it printed so far. */
  output(): string;
}>;

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

function run(entry: 'web' | 'worker', environment: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, [join(root, `src/${entry}.ts`)], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    child,
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Waits until `isTrue`; throws with what the process printed when it ended or took too long. */
async function until(what: string, of: ReturnType<typeof run>, isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isTrue())) {
    if (of.child.exitCode !== null || Date.now() > deadline) throw new Error(`${what}:\n${of.output()}`);
    await sleep(50);
  }
}

/** Starts `node src/web.ts` and waits until it is ready for people. */
export async function startWeb(environment: Readonly<Record<string, string>>): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = run('web', { ...environment, PORT: String(port) });
  await until('the web process does not start', started, () =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return { url, ...started };
}

/** Starts `node src/worker.ts` and waits until it works on jobs. */
export async function startWorker(environment: Readonly<Record<string, string>>): Promise<Omit<Running, 'url'>> {
  const started = run('worker', environment);
  await until('the worker does not start', started, async () => started.output().includes('working on jobs'));
  return started;
}
