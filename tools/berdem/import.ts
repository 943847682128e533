import { importCalendar } from '../import/calendar-command.ts';
import { importSchemas } from '../import/edoc-command.ts';
import { type Command, UsageError } from './command.ts';

export const command: Command = {
  summary: 'make parts of a city pack from what others publish: edoc schemas, production calendars',
  usage: 'edoc DIR --out DIR [--report FILE] [--json] | calendar FILE… --out FILE [--id ID]',
  explanation: [
    'edoc DIR        published schemas of applications, services, queries, registries, refusals and results',
    '  --out DIR       folder of the new pack; must be empty or absent',
    '  --like DIR      a pack whose city, departments, calendars and layers are copied',
    '  --name TEXT     name of the city, if there is no --like; with --time-zone and --department',
    '  --department ID department of services whose name does not begin with one',
    '  --effective DAY first day of the newest versions; otherwise that of the pack',
    '  --term DAYS     legal term in calendar days, which the schemas do not say (30)',
    '  --names FILE    YAML of names of services by id, which the schemas do not say either',
    '  --report FILE   the report as JSON in FILE, as a text beside it (.txt)',
    '  --json          prints the numbers of the report as JSON',
    'calendar FILE…  production calendars in XML (years of one country)',
    '  --out FILE      calendar of the pack, for example calendar/federal.yaml',
    '  --id ID         its id, if it is not the name of the file of --out',
    '  --decree WORD   days whose holiday is called by this word are days of a decree',
    '  --name TEXT     its name; --extends ID the calendar it adds to; --country CODE must be that of the files',
    'Exit code: 0 all taken, 1 something could not be read or the pack does not load, 2 wrong use.',
  ].join('\n'),
  options: {
    out: { type: 'string' },
    like: { type: 'string' },
    name: { type: 'string' },
    'time-zone': { type: 'string' },
    department: { type: 'string' },
    effective: { type: 'string' },
    term: { type: 'string' },
    names: { type: 'string' },
    report: { type: 'string' },
    json: { type: 'boolean' },
    id: { type: 'string' },
    extends: { type: 'string' },
    country: { type: 'string' },
    decree: { type: 'string' },
  },
  run: async (given, output) => {
    const [what, ...rest] = given.positionals;
    if (what === 'edoc') return importSchemas({ ...given, positionals: rest }, output);
    if (what === 'calendar') return importCalendar({ ...given, positionals: rest }, output);
    throw new UsageError('say what to import: edoc or calendar');
  },
};
