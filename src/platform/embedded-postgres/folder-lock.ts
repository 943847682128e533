import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { failed, ok, type Result } from '#kernel/result.ts';

const Holder = z.object({ pid: z.number(), born: z.string() });
type Holder = z.infer<typeof Holder>;

/** Folders this very process holds: its own number in the file does not tell whether it is still open. */
const held = new Set<string>();

/**
 * Takes a folder for this process alone: two processes writing one embedded database would destroy it.
 * Gives how to return it, or the number of the living process that holds it; what a dead one left behind is taken over.
 */
export function lockFolder(folder: string): Result<() => void, { heldBy: number }> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'in-use.json');
  if (!placed(file)) {
    const holder = holderOf(file);
    if (isAlive(file, holder) || !removed(file, holder) || !placed(file)) return failed({ heldBy: holder.pid });
  }
  held.add(file);
  return ok(() => {
    held.delete(file);
    rmSync(file, { force: true });
  });
}

/** Puts our name there if nobody's is. Written aside and linked into place, so that nobody reads half of it. */
function placed(file: string): boolean {
  const own = `${file}.${process.pid}`;
  const self: Holder = { pid: process.pid, born: birthOf(process.pid) ?? '' };
  writeFileSync(own, JSON.stringify(self));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

/** Takes a dead holder's name away; `false` if somebody else did so first (then their name is put back). */
function removed(file: string, dead: Holder): boolean {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    const taken = holderOf(aside);
    const isSame = taken.pid === dead.pid && taken.born === dead.born;
    if (!isSame) linkSync(aside, file);
    rmSync(aside);
    return isSame;
  } catch {
    return false;
  }
}

function holderOf(file: string): Holder {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Given back meanwhile, or not ours: nobody who lives.
    return { pid: 0, born: 'nobody' };
  }
}

const isAlive = (file: string, { pid, born }: Holder): boolean =>
  held.has(file) || (pid !== process.pid && birthOf(pid) === born);

/**
 * When a process was born, so that a number given to another process later is not taken for it;
 * `undefined` if there is no such process. Without /proc (not Linux) every living process was born at "".
 */
function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return isRunning(pid) ? '' : undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22, start time in clock ticks; the name in field 2 may hold spaces (proc(5)).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
