import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog, type Log } from '#platform/log/index.ts';
import { createApp } from '../../src/app.ts';
import { type CityConfig, cityConfigs } from '../../src/city-config.ts';
import { demoClock } from '../../src/demo/demo-clock.ts';
import { liveDemoLife, storyCount } from '../../src/demo/demo-life.ts';
import { inWords } from '../installation/in-words.ts';
import type { Command } from './command.ts';

export const command: Command = {
  summary: 'fill a demonstration with the life of the last weeks',
  usage: '[--json]',
  explanation: [
    `Files ${storyCount} applications of the demo people and lets departments work on them, each to another stage, as if it`,
    'had happened in the last weeks. Run again it adds only what is missing. For demonstrations only: it refuses without',
    'DEMO. With the embedded database stop the program first: one process at a time has it.',
    '--json   prints one JSON object: filed (how many applications were added)',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  run: ({ values }, output) =>
    inWords(output, async () => {
      const config = readConfig();
      if (!config.demo) {
        output.complain('this installation is no demonstration: nothing was filled in (DEMO=on makes one)');
        return 1;
      }
      const log = createLog('warn');
      let filed = 0;
      for (const city of await cityConfigs(config)) filed += await fill(city, log);
      output.print(values.json ? JSON.stringify({ filed }) : `${filed} applications filed`);
      return 0;
    }),
};

/** Fills one city of the installation; returns how many applications were filed. */
async function fill({ config, folder, pack }: CityConfig, log: Log): Promise<number> {
  const database = await openDatabase(config, {});
  const live = await createLive(database, log);
  const clock = demoClock();
  try {
    const resources = { config, log, database, replica: database, live };
    return await liveDemoLife(await createApp(resources, folder, { clock, pack }), clock);
  } finally {
    await live.close();
    await database.close();
  }
}
