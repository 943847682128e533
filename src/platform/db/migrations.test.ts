import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { migrate, migrationsFolder, readMigrations } from './migrations.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-migrations-'));
  for (const file of readdirSync(migrationsFolder)) copyFileSync(join(migrationsFolder, file), join(folder, file));
  database = await testDatabase();
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const write = (file: string, text: string) => writeFileSync(join(folder, file), text);

describe('migrations', () => {
  test('a new file is applied once, also when several processes start at the same moment', async () => {
    write('9001_lamp.sql', 'create table public.lamp (id integer); insert into public.lamp values (1);');
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database, folder)));
    expect(applied.flat()).toEqual(['9001_lamp.sql']);
    expect((await database.pool.query('select id from lamp')).rows).toEqual([{ id: 1 }]);
    expect(await migrate(database, folder)).toEqual([]);
  });

  test('of a file that fails nothing remains, and the message names it', async () => {
    write('9001_lamp.sql', 'create table public.lamp (id integer); select no_such_column;');
    await expect(migrate(database, folder)).rejects.toThrow(
      /^9001_lamp\.sql could not be applied, nothing of it remains: .*no_such_column/,
    );
    expect((await database.pool.query(`select to_regclass('public.lamp') as lamp`)).rows).toEqual([{ lamp: null }]);
  });

  test('a file changed after it was applied is refused', async () => {
    write('0001_platform.sql', 'create schema other;');
    await expect(migrate(database, folder)).rejects.toThrow('0001_platform.sql was changed after it had been applied');
  });

  test('another way of ending lines is no change', async () => {
    const [first] = readMigrations(folder);
    write('0001_platform.sql', (first?.text ?? '').replaceAll('\n', '\r\n'));
    expect(await migrate(database, folder)).toEqual([]);
  });

  test('an applied file that is missing is refused', async () => {
    rmSync(join(folder, '0001_platform.sql'));
    await expect(migrate(database, folder)).rejects.toThrow(
      '0001_platform.sql was applied to this database but is missing here',
    );
  });

  test('a new file in the middle of history is refused', async () => {
    write('9001_lamp.sql', 'select 1');
    await migrate(database, folder);
    write('9000_late.sql', 'select 1');
    await expect(migrate(database, folder)).rejects.toThrow('9000_late.sql comes before 9001');
  });

  test('two files with one number are refused', () => {
    write('0001_second.sql', 'select 1');
    expect(() => readMigrations(folder)).toThrow('0001_platform.sql and 0001_second.sql bear the same number');
  });
});
