import { createHash } from 'node:crypto';
import { type PostgresPool, type PostgresPoolClient, sql } from 'kysely';
import type pg from 'pg';

const mark = '/* kept */';

/**
 * Put before a statement that is asked again and again: each connection keeps it parsed and planned. Only for texts of
 * which there are few, since a connection forgets none, and which name the columns they return: what a migration adds
 * must not change what a kept statement answers. Nothing is kept where connections are shared (`keepingStatements`).
 */
export const kept = sql.raw(mark);

/** The pool as Kysely uses it, but statements marked as `kept` are sent by name once their connection knows them. */
export function keepingStatements(pool: pg.Pool): PostgresPool {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? keepingClient(client);
      wrapped.set(client, known);
      return known;
    },
  };
}

/** Names of kept statements by their texts: the same name is the same text in every connection. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

function keepingClient(client: pg.PoolClient): PostgresPoolClient {
  // Cursors, the other thing a client may be asked for, are not configured.
  const query = (text: string, values: unknown[]): unknown =>
    client.query(text.includes(mark) ? { name: nameOf(text), text, values } : { text, values });
  return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(destroy) };
}
