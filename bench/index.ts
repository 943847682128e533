/** Runs benchmarks by name, one after the other: npm run bench -- filing plan; --list names them all. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const files = globSync('*.ts', { cwd: import.meta.dirname }).filter((file) => file !== 'index.ts');
const names = files.map((file) => basename(file, '.ts')).sort();

/** The first sentence of the comment at the head of a benchmark. */
function summary(name: string): string {
  const text = readFileSync(join(import.meta.dirname, `${name}.ts`), 'utf8');
  return /^\/\*\*\s*\*?\s*(.+?)[.:]/.exec(text)?.[1] ?? '';
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => name !== '--list' && !names.includes(name));
if (wanted.length === 0 || wanted.includes('--list') || unknown.length > 0) {
  for (const name of unknown) console.error(`there is no benchmark ${name}`);
  console.log('npm run bench -- NAME…');
  for (const name of names) console.log(`  ${name.padEnd(10)} ${summary(name)}`);
  process.exitCode = unknown.length > 0 || wanted.length === 0 ? 2 : 0;
} else {
  for (const name of wanted) {
    const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = status ?? 1;
  }
}
