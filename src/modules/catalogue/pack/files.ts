import type { z } from 'zod';
import { Blocks, ServiceFile } from './blocks.ts';
import { Calendar } from './calendar.ts';
import { City, Departments } from './city.ts';
import { Elements, Pages } from './elements.ts';
import { Register } from './registers.ts';
import { Grounds, Outputs, Steps } from './services.ts';
import { Situation } from './situations.ts';
import { SearchTests, TestTables } from './tests.ts';

/** Part of a pack: the key under which the objects of its files are gathered. */
export type PackPart =
  | 'city'
  | 'departments'
  | 'calendars'
  | 'pages'
  | 'blocks'
  | 'elements'
  | 'intakeGrounds'
  | 'steps'
  | 'outputs'
  | 'services'
  | 'nextServices'
  | 'registers'
  | 'situations';

/** What stands where in a city's folder. */
export type PackFileKind = Readonly<{
  part: PackPart;
  /** Path as a person reads it. */
  place: string;
  /** Matches the path inside the folder; group `id`, if any, is what the object's id must equal. */
  pattern: RegExp;
  schema: z.ZodType;
  /** A file of the kind must exist. */
  required: boolean;
}>;

const name = '(?<id>[a-z0-9-]+)';

/** The one place that says which schema a file of a city pack has. The first pattern that matches wins. */
export const packFileKinds: readonly PackFileKind[] = [
  { part: 'city', place: 'city.yaml', pattern: /^city\.yaml$/, schema: City, required: true },
  {
    part: 'departments',
    place: 'departments.yaml',
    pattern: /^departments\.yaml$/,
    schema: Departments,
    required: true,
  },
  {
    part: 'calendars',
    place: 'calendar/<id>.yaml',
    pattern: new RegExp(`^calendar/${name}\\.yaml$`),
    schema: Calendar,
    required: true,
  },
  { part: 'pages', place: 'elements/pages.yaml', pattern: /^elements\/pages\.yaml$/, schema: Pages, required: true },
  {
    part: 'blocks',
    place: 'elements/blocks.yaml',
    pattern: /^elements\/blocks\.yaml$/,
    schema: Blocks,
    required: false,
  },
  {
    part: 'elements',
    place: 'elements/<group>.yaml',
    pattern: /^elements\/[a-z0-9-]+\.yaml$/,
    schema: Elements,
    required: true,
  },
  {
    part: 'intakeGrounds',
    place: 'grounds/intake.yaml',
    pattern: /^grounds\/intake\.yaml$/,
    schema: Grounds,
    required: true,
  },
  { part: 'steps', place: 'steps.yaml', pattern: /^steps\.yaml$/, schema: Steps, required: false },
  { part: 'outputs', place: 'outputs.yaml', pattern: /^outputs\.yaml$/, schema: Outputs, required: false },
  {
    part: 'services',
    place: 'services/<id>/service.yaml',
    pattern: new RegExp(`^services/${name}/service\\.yaml$`),
    schema: ServiceFile,
    required: true,
  },
  {
    part: 'nextServices',
    place: 'services/<id>/service.<version>.yaml',
    pattern: new RegExp(`^services/${name}/service\\.\\d+\\.yaml$`),
    schema: ServiceFile,
    required: false,
  },
  {
    part: 'registers',
    place: 'registers/<id>.yaml',
    pattern: new RegExp(`^registers/${name}\\.yaml$`),
    schema: Register,
    required: false,
  },
  {
    part: 'situations',
    place: 'situations/<id>.yaml',
    pattern: new RegExp(`^situations/${name}\\.yaml$`),
    schema: Situation,
    required: false,
  },
];

/** What stands in `tests/`: read beside the pack, not as a part of the rules. */
export const testFileKinds: readonly Omit<PackFileKind, 'part'>[] = [
  {
    place: 'tests/search.yaml',
    pattern: /^tests\/search\.yaml$/,
    schema: SearchTests,
    required: false,
  },
  { place: 'tests/<name>.yaml', pattern: /^tests\/[a-z0-9-]+\.yaml$/, schema: TestTables, required: false },
];

/** Folders of a pack that others read: layers the territory, tests the runner of tests, schema an editor. */
export const foreignFolders: readonly string[] = ['layers', 'tests', 'schema'];
