import { cpus, loadavg } from 'node:os';

/** Prints a Markdown table; the first row is its head. */
export function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const [head = [], ...body] = rows.map((row) => row.map(String));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  console.log(line(head));
  console.log(line(head.map((_, index) => (index === 0 ? '---' : '---:'))));
  for (const row of body) console.log(line(row));
}

/** Where and when: figures without it say nothing. */
export function describeRun(...more: readonly string[]): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const load = loadavg()[0]?.toFixed(1);
  return [
    `${new Date().toISOString().slice(0, 16)}Z`,
    `${cpus().length} cores of ${model}`,
    `load average ${load} at this moment`,
    `Node ${process.version}`,
    ...more,
  ].join('; ');
}

const sorted = (values: readonly number[]) => values.toSorted((a, b) => a - b);

/** The value below which the part `share` (0 to 1) of the values lies. */
export const percentile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number => percentile(values, 0.5);
