import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { grantWork } from '#platform/db/working-role.ts';
import { cityConfigs } from '../../src/city-config.ts';
import { inWords } from '../installation/in-words.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'bring the database of this installation up to date',
  usage: '[--role NAME] [--json]',
  explanation: [
    'Applies the migrations that the database lacks: of DATABASE_URL, or the embedded one in DATA_DIR.',
    'The web and worker processes do the same when they start; run it before them to see what happens.',
    '--role   on a server: the role of web and worker gets the rights to work and no others: it cannot change the',
    '         schema, nor update or delete the journal, the audit and what was filed; needs the owner in DATABASE_URL',
    '--json   prints one JSON object a city: city, database (server or embedded), applied (file names)',
    'Exit code: 0 when the database is up to date, 1 when it cannot be brought there.',
  ].join('\n'),
  options: { json: { type: 'boolean' }, role: { type: 'string' } },
  run: ({ values }, output) =>
    inWords(output, async () => {
      for (const { pack, config } of await cityConfigs(readConfig())) {
        const database = await openDatabase(config, {});
        const { kind, applied } = database;
        try {
          if (typeof values.role === 'string') await grantWork(database, values.role);
        } finally {
          await database.close();
        }
        if (values.json) output.print(JSON.stringify({ city: pack.city.id, database: kind, applied }));
        else if (applied.length === 0) output.print(`${pack.city.id}: the schema is up to date`);
        else for (const file of applied) output.print(`${pack.city.id}: applied ${file}`);
      }
      return 0;
    }),
};
