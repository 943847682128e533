import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** One file for each rule that breaks just this rule: path, what it imports, the rule. */
const planted: readonly (readonly [file: string, imported: string, rule: string])[] = [
  ['src/kernel/reads-a-file.ts', 'node:fs', 'kernel-is-pure'],
  ['src/platform/knows-people.ts', '../modules/people/index.ts', 'platform-knows-no-business'],
  ['src/modules/people/knows-cases.ts', '../cases/index.ts', 'module-people'],
  ['src/modules/planning/knows-territory.ts', '../territory/index.ts', 'module-planning'],
  ['src/modules/requests/by-the-window.ts', '../cases/inside.ts', 'door-between-modules'],
  ['src/portal/by-the-window.ts', '../modules/cases/inside.ts', 'through-the-door'],
  ['src/modules/cases/knows-pages.ts', '../../portal/page.ts', 'modules-below-surfaces'],
  ['src/modules/cases/draws.ts', '../../ui/button.ts', 'only-pages-see-ui'],
  ['src/portal/knows-workspace.ts', '../workspace/page.ts', 'surfaces-apart-portal'],
  ['src/workspace/knows-portal.ts', '../portal/page.ts', 'surfaces-apart-workspace'],
  ['src/api/knows-portal.ts', '../portal/page.ts', 'surfaces-apart-api'],
  ['src/ui/knows-portal.ts', '../portal/page.ts', 'ui-below-surfaces'],
  ['src/modules/cases/writes-sql.ts', 'kysely', 'sql-in-stores'],
  ['src/worker.ts', './draws-a-page.ts', 'worker-without-pages'],
  ['src/modules/cases/knows-a-test.ts', './case.test.ts', 'nothing-knows-tests'],
  ['src/modules/gossip/index.ts', '../people/index.ts', 'known-module'],
  ['src/modules/cases/hears-gossip.ts', '../gossip/index.ts', 'known-module-imported'],
  ['src/modules/cases/nowhere.ts', './not-there.ts', 'no-unresolved'],
  ['src/modules/cases/chicken.ts', './egg.ts', 'no-circular'],
];

const innocent: Record<string, string> = {
  'src/modules/cases/egg.ts': "import './chicken.ts';",
  'src/modules/cases/index.ts': 'export {};',
  'src/modules/cases/inside.ts': 'export {};',
  'src/modules/cases/case.test.ts': 'export {};',
  'src/modules/people/index.ts': 'export {};',
  'src/modules/territory/index.ts': 'export {};',
  'src/portal/page.ts': 'export {};',
  'src/workspace/page.ts': 'export {};',
  'src/ui/button.ts': 'export {};',
  'src/draws-a-page.ts': "import './page.tsx';",
  'src/page.tsx': 'export {};',
  'src/modules/cases/orphan.ts': 'export {};',
};

type Violation = { rule: { name: string }; from: string };
let folder: string;
let violations: Violation[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planted-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  for (const [file, text] of Object.entries(innocent)) write(file, text);
  for (const [file, imported] of planted) write(file, `import '${imported}';`);
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const json = execFileSync(join(root, 'node_modules/.bin/depcruise'), args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  violations = JSON.parse(json).summary.violations;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the architecture rules', () => {
  test.each(planted)('%s importing %s breaks the rule %s', (file, _imported, rule) => {
    expect(violations.filter(({ from }) => from === file).map(({ rule: { name } }) => name)).toContain(rule);
  });

  test('a file that nobody imports is an orphan', () => {
    expect(violations).toContainEqual(
      expect.objectContaining({
        from: 'src/modules/cases/orphan.ts',
        rule: expect.objectContaining({ name: 'no-orphans' }),
      }),
    );
  });

  test('what keeps to the rules is let through', () => {
    expect(violations.filter(({ from }) => from === 'src/modules/cases/inside.ts')).toEqual([]);
  });
});
