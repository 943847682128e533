import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '#modules/catalogue/index.ts';
import { type Config, ConfigError } from '#platform/config/index.ts';
import { readPack } from './app.ts';

/** A city of an installation: where its pack lies, what it says, and the configuration that is its own. */
export type CityConfig = Readonly<{ folder: string; pack: Pack; config: Config }>;

/**
 * The cities of an installation. A single one has the configuration as it is; several have each their own folder and
 * database (`configOf`). Throws `PackRefused` for a pack that may not be used and `ConfigError` for cities that collide.
 */
export async function cityConfigs(config: Config): Promise<readonly CityConfig[]> {
  const packs = await Promise.all(config.cities.map(async (folder) => ({ folder, pack: await readPack(folder) })));
  if (packs.length === 1) return packs.map((one) => ({ ...one, config }));
  checkApart(packs.map(({ pack }) => pack));
  checkFolder(config);
  return packs.map((one) => ({ ...one, config: configOf(config, one.pack) }));
}

/** What was one city's folder is not silently left aside for empty ones. */
function checkFolder({ dataDir, databaseUrl }: Config): void {
  if (databaseUrl !== undefined || !existsSync(join(dataDir, 'postgres'))) return;
  throw new ConfigError(
    `DATA_DIR: ${dataDir} holds the data of a single city: move them to ${join(dataDir, '<city>')} first`,
  );
}

/** Refuses cities that could be taken for each other. Throws `ConfigError`. */
export function checkApart(packs: readonly Pack[]): void {
  const names = packs.flatMap(({ city }) => [city.id, ...city.hosts.map((host) => host.toLowerCase())]);
  const shared = names.find((name, index) => names.indexOf(name) !== index);
  if (shared !== undefined) throw new ConfigError(`CITIES: two cities go by ${shared}: give each its own`);
}

/**
 * The configuration of one city among several: its own folder `DATA_DIR/<city>`, its own database `<name>_<city>` on the
 * server, and the first of its host names as its address, unless PUBLIC_URL is itself one of them.
 */
export function configOf(config: Config, { city }: Pack): Config {
  const publicUrl = new URL(config.publicUrl);
  if (!city.hosts.includes(publicUrl.hostname)) publicUrl.hostname = city.hosts[0] ?? publicUrl.hostname;
  const own = (url: string | undefined) => (url === undefined ? undefined : databaseOf(url, city.id));
  const databases = {
    databaseUrl: own(config.databaseUrl),
    databaseDirectUrl: own(config.databaseDirectUrl),
    databaseReplicaUrl: own(config.databaseReplicaUrl),
  };
  const given = Object.fromEntries(Object.entries(databases).filter(([, url]) => url !== undefined));
  return {
    ...config,
    ...given,
    dataDir: join(config.dataDir, city.id),
    publicUrl: publicUrl.toString().replace(/\/+$/, ''),
  };
}

function databaseOf(address: string, cityId: string): string {
  const url = new URL(address);
  url.pathname = `${url.pathname}_${cityId.replaceAll('-', '_')}`;
  return url.toString();
}
