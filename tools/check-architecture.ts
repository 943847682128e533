// Runs the architecture rules and fails when a source file was not looked at: a checker that sees nothing is green.
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';

type Report = {
  modules: { source: string }[];
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
};

const roots = ['src', 'tools', 'bench', 'tests'].filter((root) => globSync(`${root}/**/*.{ts,tsx}`).length > 0);
const output = execFileSync('depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots], {
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const report: Report = JSON.parse(output);
const seen = new Set(report.modules.map(({ source }) => source));
const unseen = roots
  .flatMap((root) => globSync(`${root}/**/*.{ts,tsx}`))
  .filter((file) => !file.endsWith('.d.ts') && !seen.has(file));

for (const { rule, from, to } of report.summary.violations) console.error(`${rule.name}: ${from} → ${to}`);
for (const file of unseen) console.error(`not looked at: ${file}`);
if (report.summary.violations.length + unseen.length > 0) process.exit(1);
console.log(`architecture: ${seen.size} files, no violation`);
