import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Language } from '#kernel/language.ts';
import { packSchemas } from '#modules/catalogue/index.ts';
import { type Command, UsageError } from './command.ts';

const Spoken = z.object({ languages: z.array(Language).min(1) });

/** What the city in a folder speaks; undefined where none lies or it does not say. */
async function languagesOf(folder: string): Promise<Language[] | undefined> {
  const text = await readFile(join(folder, 'city.yaml'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Spoken.safeParse(parse(text)).data?.languages;
}

export const command: Command = {
  summary: 'write JSON Schemas of the files of a city pack, for completion in editors',
  usage: '--out DIR',
  explanation: [
    '--out DIR   folder of the schemas, usually cities/<city>/schema: texts are then asked for in the languages of that city',
    'Prints which schema belongs to which files of the city, as the setting yaml.schemas of an editor takes it.',
  ].join('\n'),
  options: { out: { type: 'string' } },
  run: async ({ values, positionals }, { print }) => {
    const { out } = values;
    if (typeof out !== 'string' || positionals.length > 0)
      throw new UsageError('say where to write them, for example --out cities/kazan/schema');
    const city = dirname(normalize(out));
    await mkdir(out, { recursive: true });
    const schemas = packSchemas(await languagesOf(city));
    for (const { file, schema } of schemas) await writeFile(join(out, file), `${JSON.stringify(schema, null, 2)}\n`);
    const inCity = (glob: string) => (glob.startsWith('!') ? `!${city}/${glob.slice(1)}` : `${city}/${glob}`);
    const setting = Object.fromEntries(schemas.map(({ file, files }) => [join(out, file), files.map(inCity)]));
    print(JSON.stringify({ 'yaml.schemas': setting }, null, 2));
    return 0;
  },
};
