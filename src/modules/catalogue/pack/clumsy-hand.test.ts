import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { ServiceFile } from './blocks.ts';
import { checkTiny } from './mistake.fixture.ts';
import { tinyPack } from './tiny-pack.fixture.ts';

const files = Object.keys(tinyPack);

/** What a clumsy hand does to one line. */
const slips: Record<string, (line: string) => string> = {
  deletes: () => '',
  doubles: (line) => `${line}\n${line}`,
  indents: (line) => `   ${line}`,
  comments: (line) => `# ${line}`,
  'breaks off': (line) => line.slice(0, line.length / 2),
  empties: (line) => line.replace(/:.*/, ':'),
  'makes a list of': (line) => line.replace(/: (.*)/, ': [$1]'),
  'makes a number of': (line) => line.replace(/: .*/, ': 7'),
  'anchors in a circle': (line) => line.replace(/: (.*)/, ': &a [*a]'),
};

it('whatever a clumsy hand does to a line, the check answers with places in the files and never breaks', async () => {
  const slip = fc.record({
    file: fc.constantFrom(...files),
    line: fc.nat(60),
    does: fc.constantFrom(...Object.keys(slips)),
  });
  await fc.assert(
    fc.asyncProperty(slip, async ({ file, line, does }) => {
      const lines = (tinyPack[file] ?? '').split('\n');
      const at = line % lines.length;
      const report = await checkTiny({ [file]: lines.with(at, slips[does]?.(lines[at] ?? '') ?? '').join('\n') });
      expect(report.pack === undefined).toBe(report.errors.length > 0);
      for (const error of [...report.errors, ...report.warnings]) {
        expect(error.line).toBeGreaterThan(0);
        expect(error.column).toBeGreaterThan(0);
        expect(error.message).not.toContain('undefined');
      }
    }),
    { numRuns: 150 },
  );
});

it('the service of the how-to is a whole service', async () => {
  const howTo = await readFile('docs/how-to/add-a-service.md', 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(howTo)?.[1]?.replace(/^ {3}/gm, '');
  expect(ServiceFile.safeParse(parse(example ?? '')).error?.issues).toBeUndefined();
});
