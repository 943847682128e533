import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { stringify } from 'yaml';
import { type Given, type Output, UsageError } from '../berdem/command.ts';
import { calendarYears, type PublishedYear, readPublishedYear } from './calendar.ts';

async function readYear(file: string, decreeWord: string | undefined): Promise<PublishedYear | string> {
  const xml = await readFile(file, 'utf8').catch(() => undefined);
  if (xml === undefined) return `${file} cannot be read`;
  const read = readPublishedYear(xml, decreeWord);
  return read.ok ? read.value : `${file}: ${read.error}`;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

async function targetOf({ values }: Given): Promise<{ out: string; id: string }> {
  const out = textOf(values.out);
  if (!out) throw new UsageError('say where the calendar goes: --out calendar/federal.yaml');
  const id = textOf(values.id) ?? basename(out, '.yaml');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    throw new UsageError(`${id} is no id: lower-case Latin words joined by hyphens`);
  if (id !== basename(out, '.yaml'))
    throw new UsageError(`a calendar ${id} stands in ${id}.yaml: change --out or --id`);
  if (await stat(out).catch(() => undefined))
    throw new UsageError(`${out} is there already: name another file, nothing is overwritten`);
  return { out, id };
}

/** What does not fit together in the files that were read. */
function conflicts(years: readonly PublishedYear[], country: string | undefined): string[] {
  const doubles = [...Map.groupBy(years, ({ year }) => year)].filter(([, each]) => each.length > 1);
  const countries = new Set(years.flatMap((year) => year.country ?? []));
  const strange = country === undefined ? [] : [...countries].filter((code) => code !== country);
  return [
    ...doubles.map(([year]) => `the year ${year} is in two files: leave one out`),
    ...(countries.size > 1
      ? [`the files are of several countries (${[...countries].join(', ')}): import one at a time`]
      : []),
    ...(strange.length > 0 ? [`the files are of ${strange.join(', ')}, not of ${country}`] : []),
  ];
}

/** `berdem import calendar`: 0 if the calendar is written, 1 if a file is wrong, 2 for wrong use. */
export async function importCalendar(given: Given, { print, complain }: Output): Promise<number> {
  const { values, positionals } = given;
  if (positionals.length === 0) throw new UsageError('name the XML files of the years after calendar');
  const { out, id } = await targetOf(given);
  const read = await Promise.all(positionals.map((file) => readYear(file, textOf(values.decree))));
  const years = read.filter((year) => typeof year !== 'string');
  const wrong = [...read.filter((year) => typeof year === 'string'), ...conflicts(years, textOf(values.country))];
  for (const line of wrong) complain(line);
  if (wrong.length > 0) return 1;
  const country = textOf(values.country) ?? years[0]?.country;
  const shown = country === undefined ? '' : ` (${country})`;
  const name = textOf(values.name);
  const names = name
    ? { ru: name, tt: name, en: name }
    : {
        ru: `Производственный календарь${shown}`,
        tt: `Эш көннәре календаре${shown}`,
        en: `Production calendar${shown}`,
      };
  const calendar = {
    id,
    name: names,
    ...(textOf(values.extends) ? { extends: values.extends } : {}),
    years: calendarYears(years),
    ...(name ? { unverified: ['name.tt', 'name.en'] } : {}),
  };
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, stringify(calendar, { lineWidth: 120, flowCollectionPadding: false }));
  for (const { year, off, decree, working, short, plain } of years)
    print(
      `${year}: ${off.length} days off, ${decree.length} by decree, ${working.length} working weekend days, ${short.length} short; ${plain.length} say nothing new`,
    );
  print(`wrote ${out}`);
  return 0;
}
