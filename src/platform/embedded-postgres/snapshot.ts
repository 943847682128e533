import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tarEntries } from './tar.ts';

/**
 * Lays a snapshot down as the database folder `target`, whole or not at all: a start killed half-way must not leave
 * something that looks like a database.
 */
export function unpackSnapshot(snapshot: Uint8Array, target: string): void {
  const draft = `${target}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  for (const { name, content } of tarEntries(Buffer.from(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength))) {
    const path = join(draft, name);
    if (name.endsWith('/')) mkdirSync(path, { recursive: true, mode: 0o700 });
    else writeFileSync(path, content, { mode: 0o600 });
  }
  renameSync(draft, target);
}

/** Whether there is a database in the folder. */
export const hasDatabase = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'));
