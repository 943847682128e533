import pg from 'pg';
import type { Log } from '../log/index.ts';

/** The connection is asked for a sign of life so often (milliseconds): a silent loss would look like no news. */
const heartbeat = 30_000;
const longestWait = 30_000;

type Listening = Readonly<{ channel: string; hear(payload: string): void; regained(): void; log: Log }>;

/**
 * One connection that listens to `channel` and is made again when lost; `regained` is called then, since messages may be
 * lost. Resolves when the first connection listens; rejects if there is none.
 */
export async function keepListening(
  options: pg.ClientConfig,
  { channel, hear, regained, log }: Listening,
): Promise<() => Promise<void>> {
  let current: pg.Client | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ ...options, keepAlive: true, query_timeout: 10_000, connectionTimeoutMillis: 10_000 });
    const lost = () => lose(next);
    next.on('notification', (notification) => {
      // Connections to the embedded database are one session: each hears every channel that any of them listens to.
      if (notification.channel === channel) hear(notification.payload ?? '');
    });
    next.on('error', lost);
    next.on('end', lost);
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (error) {
      next.end().catch(() => {});
      throw error;
    }
    current = next;
    timer = setInterval(() => next.query('select').catch(lost), heartbeat).unref();
    if (closed) await next.end();
  }

  function lose(gone: pg.Client): void {
    if (gone !== current || closed) return;
    current = undefined;
    clearInterval(timer);
    gone.end().catch(() => {});
    log.warn('live news: connection lost');
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    for (let attempt = 0; !closed; attempt += 1) {
      // A server that comes back must not be met by all processes in the same moment.
      await pause(Math.min(longestWait, 250 * 2 ** attempt) * (0.5 + Math.random() / 2));
      try {
        if (!closed) await connect();
        regained();
        return;
      } catch (error) {
        log.warn({ err: error }, 'live news: no connection yet');
      }
    }
  }

  await connect();
  return async () => {
    closed = true;
    clearInterval(timer);
    await current?.end();
  };
}

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds).unref());
