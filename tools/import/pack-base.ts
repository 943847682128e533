import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { packId } from './words.ts';

/** What a pack needs besides its services, and where it came from. */
export type PackBase = Readonly<{
  departments: readonly string[];
  effective: string;
  /** Writes it; nothing is written before. */
  write(): Promise<void>;
}>;

const toYaml = (value: unknown): string => stringify(value, { lineWidth: 120, aliasDuplicateObjects: false });

/** Writes one YAML file of a pack, with its folder. */
export async function writeYaml(out: string, file: string, value: unknown): Promise<void> {
  const path = join(out, file);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, toYaml(value));
}

/** Parts of a pack that are the city's and not its services'. */
const cityParts = ['departments.yaml', 'calendar', 'layers', 'grounds'];

/** City, departments, calendars, layers and intake grounds of another pack; its services and their dictionary stay behind. */
export async function baseLike(like: string, out: string): Promise<PackBase> {
  const city = parse(await readFile(join(like, 'city.yaml'), 'utf8')) as Record<string, unknown>;
  const departments = parse(await readFile(join(like, 'departments.yaml'), 'utf8')) as { id: string; kind: string }[];
  return {
    departments: departments.filter(({ kind }) => kind === 'city').map(({ id }) => id),
    effective: String(city.effective),
    async write() {
      const present = new Set(await readdir(like));
      await mkdir(out, { recursive: true });
      for (const part of cityParts)
        if (present.has(part)) await cp(join(like, part), join(out, part), { recursive: true });
      await writeYaml(out, 'city.yaml', { ...city, id: packId(basename(out), 'city') });
    },
  };
}

export type NewCity = Readonly<{ name: string; timeZone: string; effective: string; department: string }>;

async function writeNewCity(out: string, city: NewCity): Promise<void> {
  const name = { ru: city.name, tt: city.name, en: city.name };
  await writeYaml(out, 'city.yaml', {
    id: packId(basename(out), 'city'),
    name,
    authority: name,
    version: `${city.effective.slice(0, 4)}.1`,
    effective: city.effective,
    timeZone: city.timeZone,
    hosts: ['localhost'],
    calendar: 'plain-weeks',
    officeHours: { from: '08:00', to: '17:00' },
    numbers: { application: '{year}-{seq:6}', case: '{application}-{n:2}' },
    map: { center: [0, 0], bounds: [-180, -85, 180, 85], projected: '+proj=merc +ellps=WGS84 +units=m +no_defs' },
    cadastralNumber: { pattern: '^\\d+([:/-]\\d+){2,}$', example: '16:50:011121:15' },
    unverified: ['*'],
  });
  await writeYaml(out, 'departments.yaml', [
    { id: city.department, kind: 'city', name, short: name, unverified: ['name', 'short'] },
  ]);
  const year = Number(city.effective.slice(0, 4));
  await writeYaml(out, 'calendar/plain-weeks.yaml', {
    id: 'plain-weeks',
    name: { ru: 'Недели без праздников', tt: 'Бәйрәмсез атналар', en: 'Weeks without holidays' },
    years: Object.fromEntries(Array.from({ length: 5 }, (_, index) => [String(year + index), {}])),
    unverified: ['years'],
  });
}

/** The least that loads: one department, plain weeks, a map of the whole world; everything is marked unverified. */
export const newBase = (out: string, city: NewCity): PackBase => ({
  departments: [city.department],
  effective: city.effective,
  write: () => writeNewCity(out, city),
});
