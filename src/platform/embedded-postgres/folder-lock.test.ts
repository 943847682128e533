import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Another process takes the folder and gives its number; it ends without giving the folder back. */
function takenByDeadProcess(): void {
  const script = `import(process.argv[1]).then(({ lockFolder }) => { lockFolder(process.argv[2]); process.kill(process.pid, 'SIGKILL'); })`;
  spawnSync(process.execPath, ['-e', script, join(import.meta.dirname, 'folder-lock.ts'), folder]);
}

describe('a folder for one process', () => {
  test('cannot be taken twice, and can again once given back', () => {
    const first = lockFolder(folder);
    expect(lockFolder(folder)).toEqual({ ok: false, error: { heldBy: process.pid } });
    if (first.ok) first.value();
    expect(lockFolder(folder).ok).toBe(true);
  });

  test('a process that was killed does not hold it any more', () => {
    takenByDeadProcess();
    expect(readdirSync(folder)).toEqual(['in-use.json']);
    expect(lockFolder(folder).ok).toBe(true);
  });

  test('a number given to another process since does not hold it', () => {
    // The parent of the test is alive, but was not born when the file says: the number now belongs to somebody else.
    writeFileSync(join(folder, 'in-use.json'), JSON.stringify({ pid: process.ppid, born: '1' }));
    expect(lockFolder(folder).ok).toBe(true);
  });

  test('a file that was half written holds nobody up', () => {
    writeFileSync(join(folder, 'in-use.json'), '{"pid":');
    expect(lockFolder(folder).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['in-use.json']);
  });
});
