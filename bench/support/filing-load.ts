/** The load process of the filing benchmark: files drafts over keep-alive connections as fast as they are answered. */
import type { Filer } from './filing-drafts.ts';
import { keepAlive } from './keep-alive.ts';

export type LoadOrder = Readonly<{ port: number; filers: readonly Filer[]; connections: number; seconds: number }>;
/** `latencies` in milliseconds, one for each application; `used` drafts of each filer. */
export type LoadResult = Readonly<{ latencies: number[]; seconds: number; used: number; failures: string[] }>;

async function load({ port, filers, connections, seconds }: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const queues = filers.map((filer) => ({ ...filer, taken: 0 }));
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async (queue: (typeof queues)[number]) => {
    const connection = await keepAlive(port);
    const head = headOf(port, queue);
    while (performance.now() < until) {
      const draftId = queue.draftIds[queue.taken++];
      if (draftId === undefined) break;
      const sent = performance.now();
      const { status, body } = await connection.post(head, JSON.stringify({ draftId }));
      if (status === 201) latencies.push(performance.now() - sent);
      else failures.push(`${status} ${body}`);
    }
    connection.close();
  };
  const workers = Array.from({ length: Math.ceil(connections / queues.length) }, () => queues).flat();
  await Promise.all(workers.slice(0, connections).map(work));
  const used = Math.max(...queues.map(({ taken }) => taken));
  return { latencies, failures, seconds: (performance.now() - began) / 1000, used };
}

const headOf = (port: number, { cookie, csrf }: Filer): string =>
  [
    'POST /api/v1/applications HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Content-Type: application/json',
    `Cookie: ${cookie}`,
    `X-CSRF-Token: ${csrf}\r\n`,
  ].join('\r\n');

process.on('message', async (order: LoadOrder) => process.send?.(await load(order)));
process.on('disconnect', () => process.exit());
