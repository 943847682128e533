import { sql } from 'kysely';
import { z } from 'zod';
import { type Clause, calls, type Database, type Executor } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import { keepListening } from './lasting-connection.ts';

/**
 * Something a page may want to know at once, such as `department:kvb` or `application:<id>`.
 * `gap` means that messages may have been lost: look again.
 */
export type News = Readonly<{ kind: 'news'; payload: Readonly<Record<string, unknown>> } | { kind: 'gap' }>;

const channel = 'berdem_live';
const Message = z.object({ topic: z.string(), payload: z.record(z.string(), z.unknown()) });

/**
 * Tells every process, when `tx` commits, that something happened under each topic. The payload names things by id and
 * is small: PostgreSQL takes less than 8000 bytes.
 */
export async function notify(
  tx: Executor,
  topics: string | readonly string[],
  payload: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { statement } = news([topics].flat(), payload);
  if (topics.length > 0) await statement.execute(tx);
}

/** What `notify` does, as a clause of a larger statement. */
export function news(topics: readonly string[], payload: Readonly<Record<string, unknown>> = {}): Clause {
  const messages = topics.map((topic) => JSON.stringify({ topic, payload } satisfies z.infer<typeof Message>));
  return calls(sql`select pg_notify(${channel}, message) from unnest(${messages}::text[]) as message`);
}

/** The news of a process. */
export type Live = Readonly<{
  /** Calls `listen` for each piece of news under the topic until the returned function is called. */
  subscribe(topic: string, listen: (news: News) => void): () => void;
  close(): Promise<void>;
}>;

/** Hears the news of all processes over one direct connection. Rejects if the database cannot be reached at the start. */
export async function createLive({ connectionOptions }: Pick<Database, 'connectionOptions'>, log: Log): Promise<Live> {
  const listeners = new Map<string, Set<(news: News) => void>>();

  function hear(text: string): void {
    const { topic, payload } = Message.parse(JSON.parse(text));
    for (const listen of listeners.get(topic) ?? []) listen({ kind: 'news', payload });
  }

  function regained(): void {
    for (const listen of [...listeners.values()].flatMap((some) => [...some])) listen({ kind: 'gap' });
  }

  const close = await keepListening(connectionOptions, { channel, hear, regained, log });
  return {
    close,
    subscribe(topic, listen) {
      const some = listeners.get(topic) ?? new Set();
      listeners.set(topic, some.add(listen));
      return () => {
        some.delete(listen);
        if (some.size === 0) listeners.delete(topic);
      };
    },
  };
}
