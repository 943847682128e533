// Who may know whom. The table is ARCHITECTURE.md's; a module is split or added by changing it and saying why in a
// decision record. tools/check-architecture.ts runs it and fails when a source file was not looked at.

/** Modules and the modules each may import (through their index.ts, pages also ui.ts). */
const mayImport = {
  people: [],
  calendar: [],
  rules: [],
  forms: ['rules'],
  catalogue: ['forms', 'rules', 'calendar'],
  documents: ['people'],
  audit: [],
  territory: ['audit'],
  planning: ['catalogue', 'calendar', 'rules'],
  cases: ['people', 'calendar', 'documents', 'audit'],
  requests: ['people', 'cases', 'calendar', 'audit'],
  registers: ['people', 'documents', 'territory', 'audit'],
  decisions: ['people', 'cases', 'registers', 'documents', 'rules', 'audit'],
  holidays: ['people', 'calendar', 'catalogue', 'planning', 'cases', 'audit'],
  applications: [
    'people',
    'catalogue',
    'forms',
    'planning',
    'cases',
    'requests',
    'decisions',
    'registers',
    'territory',
    'documents',
    'audit',
  ],
};

const modules = Object.keys(mayImport).join('|');
const test = '\\.test\\.tsx?$';

const moduleRules = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may know ${allowed.join(', ') || 'no other module'}`,
  severity: 'error',
  from: { path: `^src/modules/${name}/`, pathNot: test },
  to: { path: `^src/modules/(?!(?:${[name, ...allowed].join('|')})/)` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'nobody imports it: dead, or forgotten',
      severity: 'error',
      from: {
        orphan: true,
        path: '^src/',
        pathNot: [test, '\\.d\\.ts$', '\\.fixture\\.ts$', '^src/(portal|workspace)/'],
      },
      to: {},
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'known-module',
      comment: 'a new module needs a line in the table',
      severity: 'error',
      from: { path: `^src/modules/(?!(?:${modules})/)` },
      to: {},
    },
    { name: 'known-module-imported', severity: 'error', from: {}, to: { path: `^src/modules/(?!(?:${modules})/)` } },
    {
      name: 'kernel-is-pure',
      comment: 'the kernel imports only zod',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: test },
      to: { pathNot: ['^src/kernel/', 'node_modules/zod/'] },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/(?!platform/|kernel/)' },
    },
    {
      name: 'through-the-door',
      comment:
        'a module is entered through its index.ts (pages: also ui.ts; HTTP: routes.ts; pages and API read their input with commands.ts)',
      severity: 'error',
      from: { path: '^src/(?!modules/)|^tools/|^bench/' },
      to: { path: '^src/modules/[^/]+/(?!index\\.ts$|ui\\.ts$|routes\\.ts$|commands\\.ts$)' },
    },
    {
      name: 'door-between-modules',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: test },
      to: { path: '^src/modules/[^/]+/(?!index\\.ts$|ui\\.ts$)', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'modules-below-surfaces',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/(?!modules/|platform/|kernel/|ui/)' },
    },
    {
      name: 'only-pages-see-ui',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: ['\\.tsx$', '/ui\\.ts$', test] },
      to: { path: '^src/ui/' },
    },
    {
      name: 'surfaces-apart-portal',
      severity: 'error',
      from: { path: '^src/portal/' },
      to: { path: '^src/(workspace|api)/' },
    },
    {
      name: 'surfaces-apart-workspace',
      severity: 'error',
      from: { path: '^src/workspace/' },
      to: { path: '^src/(portal|api)/' },
    },
    {
      name: 'surfaces-apart-api',
      severity: 'error',
      from: { path: '^src/api/' },
      to: { path: '^src/(portal|workspace|ui)/' },
    },
    {
      name: 'ui-below-surfaces',
      comment: 'the request context names the App by type; nothing of it reaches the browser',
      severity: 'error',
      from: { path: '^src/ui/', pathNot: test },
      to: {
        path: '^src/(portal|workspace|api|app\\.ts|http\\.ts|web\\.ts|worker\\.ts)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in *-store.ts and in the platform',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/', '-store\\.ts$', test] },
      to: { path: 'node_modules/(kysely|pg|@types/pg)/' },
    },
    {
      name: 'worker-without-pages',
      severity: 'error',
      from: { path: '^src/worker\\.ts$' },
      to: { path: '\\.tsx$', reachable: true },
    },
    {
      name: 'nothing-knows-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: [test, '\\.fixture\\.ts$'] },
      to: { path: ['^tests/', test] },
    },
    ...moduleRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.react-router|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
