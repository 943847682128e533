import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packSchemas } from '#modules/catalogue/index.ts';
import { type Command, UsageError } from './command.ts';

export const command: Command = {
  summary: 'write JSON Schemas of the files of a city pack, for completion in editors',
  usage: '--out DIR',
  explanation: [
    '--out DIR   folder of the schemas, usually cities/<city>/schema',
    'Prints which schema belongs to which files, as the setting yaml.schemas of an editor takes it.',
  ].join('\n'),
  options: { out: { type: 'string' } },
  run: async ({ values, positionals }, { print }) => {
    const { out } = values;
    if (typeof out !== 'string' || positionals.length > 0)
      throw new UsageError('say where to write them, for example --out cities/kazan/schema');
    await mkdir(out, { recursive: true });
    const schemas = packSchemas();
    for (const { file, schema } of schemas) await writeFile(join(out, file), `${JSON.stringify(schema, null, 2)}\n`);
    const inCities = (glob: string) => (glob.startsWith('!') ? `!cities/*/${glob.slice(1)}` : `cities/*/${glob}`);
    const setting = Object.fromEntries(schemas.map(({ file, files }) => [join(out, file), files.map(inCities)]));
    print(JSON.stringify({ 'yaml.schemas': setting }, null, 2));
    return 0;
  },
};
