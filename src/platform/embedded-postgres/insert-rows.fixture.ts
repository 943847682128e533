import { writeSync } from 'node:fs';
import pg from 'pg';
import { migratedSnapshot } from '../db/template.ts';
import { openEmbeddedPostgres } from './index.ts';

/** Inserts numbered rows without end into the embedded database of a folder and prints each number once it is safe. */
const server = await openEmbeddedPostgres({ dataDir: process.argv[2] ?? '', snapshot: await migratedSnapshot() });
const client = new pg.Client({ stream: () => server.connect() });
await client.connect();
await client.query('create table public.arrived (number integer primary key)');
for (let number = 0; ; number += 1) {
  await client.query('insert into arrived values ($1)', [number]);
  writeSync(1, `${number}\n`);
}
