import { type DayPreview, PreviewDay, previewDay } from '#modules/holidays/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createApp } from '../../src/app.ts';
import { type CityConfig, cityConfigs } from '../../src/city-config.ts';
import { explain } from '../../src/wiring/problem-texts.ts';
import { inWords } from '../installation/in-words.ts';
import { type Command, type Output, UsageError } from './command.ts';

/** What the day would do in one city of the installation; nothing is written. */
async function previewIn({ config, folder, pack }: CityConfig, asked: PreviewDay): Promise<DayPreview> {
  const log = createLog('warn');
  const database = await openDatabase(config, {});
  const live = await createLive(database, log);
  try {
    const app = await createApp({ config, log, database, replica: database, live }, folder, { pack });
    return await previewDay(app.cases, app.catalogue.current, asked);
  } finally {
    await live.close();
    await database.close();
  }
}

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

function printPreview(city: string, { day, calendarId, looked, moved, dates }: DayPreview, { print }: Output): void {
  print(`${city}, calendar ${calendarId}: if ${day} were a day off,`);
  print(`${moved} of the ${looked} open cases whose last day is ${day} or later would move`);
  if (dates.length === 0) return;
  const width = Math.max('department'.length, ...dates.map(({ departmentId }) => departmentId.length));
  print(`  ${'from'.padEnd(10)}  ${'to'.padEnd(10)}  days    cases  ${'department'.padEnd(width)}  service`);
  for (const { departmentId, serviceId, from, to, cases } of dates) {
    const days = `+${daysBetween(from, to)}`.padStart(4);
    print(`  ${from}  ${to}  ${days}  ${String(cases).padStart(7)}  ${departmentId.padEnd(width)}  ${serviceId}`);
  }
}

export const command: Command = {
  summary: 'what a new holiday or closure would do to open cases',
  usage: 'preview --calendar ID --date DATE [--json]',
  explanation: [
    'Looks at the open cases of this installation and says which would move, from which date to which and by how many',
    'calendar days (weekends and holidays that follow are passed over). Writes nothing:',
    'a day is added in the workspace, where one employee proposes it and another approves it.',
    'With the embedded database stop the program first: one process at a time has it.',
    '--calendar tatarstan   a calendar of the city pack',
    '--date 2026-12-31      the day that would be off',
    '--json                 prints one JSON object a city: looked, moved, dates (from, to, cases)',
    'Exit code: 0 when it was looked at, 1 when the day cannot be added, 2 when the command is not understood.',
  ].join('\n'),
  options: { calendar: { type: 'string' }, date: { type: 'string' }, json: { type: 'boolean' } },
  run: ({ values, positionals }, output) => {
    const asked = PreviewDay.safeParse({ calendarId: values.calendar, day: values.date });
    if (positionals.join(' ') !== 'preview' || !asked.success) {
      throw new UsageError(
        'say preview, a calendar and a day: berdem holiday preview --calendar tatarstan --date 2026-12-31',
      );
    }
    return inWords(output, async () => {
      for (const city of await cityConfigs(readConfig())) {
        try {
          const preview = await previewIn(city, asked.data);
          if (values.json) output.print(JSON.stringify({ city: city.pack.city.id, ...preview }));
          else printPreview(city.pack.city.id, preview, output);
        } catch (error) {
          const told = explain(error, { language: 'en' });
          if (told === undefined) throw error;
          output.complain(`${city.pack.city.id}: ${told.title}. ${told.whatToDo}`);
          return 1;
        }
      }
      return 0;
    });
  },
};
