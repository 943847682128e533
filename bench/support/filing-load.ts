/** The load process of the filing benchmark: files drafts over keep-alive connections as fast as they are answered. */
import type { Filer } from './filing-drafts.ts';
import { keepAlive } from './keep-alive.ts';

export type LoadOrder = Readonly<{ port: number; filers: readonly Filer[]; connections: number; seconds: number }>;
/** `latencies` in milliseconds, one for each application; `used` drafts of each filer. */
export type LoadResult = Readonly<{ latencies: number[]; seconds: number; used: number; failures: string[] }>;

async function load({ port, filers, connections, seconds }: LoadOrder): Promise<LoadResult> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const next = filers.map(() => 0);
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async (index: number) => {
    const which = index % filers.length;
    const { cookie, csrf, draftIds } = filers[which] as Filer;
    const connection = await keepAlive(port);
    const head = `POST /api/v1/applications HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nX-CSRF-Token: ${csrf}\r\n`;
    while (performance.now() < until) {
      const draftId = draftIds[next[which]++];
      if (draftId === undefined) break;
      const sent = performance.now();
      const { status, body } = await connection.post(head, JSON.stringify({ draftId }));
      if (status === 201) latencies.push(performance.now() - sent);
      else failures.push(`${status} ${body}`);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => work(index)));
  return { latencies, failures, seconds: (performance.now() - began) / 1000, used: Math.max(...next) };
}

process.on('message', async (order: LoadOrder) => process.send?.(await load(order)));
process.on('disconnect', () => process.exit());
