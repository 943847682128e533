import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.number(), born: z.string() });

/**
 * Takes a folder for this process alone: two processes writing one embedded database would destroy it.
 * Throws if a living process holds it; what a dead one left behind is taken over. Returns how to give it back.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'in-use.json');
  const content = JSON.stringify({ pid: process.pid, born: birthOf(process.pid) ?? '' });
  const holder = create(file, content);
  if (holder !== undefined) {
    if (held.has(file) || (holder.pid !== process.pid && birthOf(holder.pid) === holder.born)) {
      throw new Error(
        `the database in ${folder} is in use by process ${holder.pid}: stop it, or set DATA_DIR to another folder`,
      );
    }
    writeFileSync(file, content);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** Folders this very process holds: its own number in the file does not tell whether it is still open. */
const held = new Set<string>();

/** Writes the file if there is none; otherwise who holds it. */
function create(file: string, content: string): z.infer<typeof Holder> | undefined {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const read = Holder.safeParse(parseJson(readFileSync(file, 'utf8')));
    return read.success ? read.data : { pid: 0, born: 'nobody' };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Killed while writing it: nobody holds the folder.
    return undefined;
  }
}

/**
 * When a process was born, so that a number given to another process later is not taken for it;
 * `undefined` if there is no such process. Without /proc (not Linux) every living process was born at "".
 */
function birthOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22, start time in clock ticks; the name in field 2 may hold spaces (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return process.platform === 'linux' ? undefined : aliveElsewhere(pid);
  }
}

function aliveElsewhere(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' ? '' : undefined;
  }
}
