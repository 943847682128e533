import { spawnSync } from 'node:child_process';

/**
 * Whether a program that checks us from outside is on this machine. Where everything is required (.ci/run) its absence
 * is an error; elsewhere the tests that need it are left out with a clear line.
 */
export function requiredProgram(name: string): boolean {
  const isThere = spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;
  if (!isThere && process.env.REQUIRE_ALL === '1') throw new Error(`${name} is required and not installed`);
  if (!isThere) console.log(`left out: tests that need ${name}, which is not installed`);
  return isThere;
}
