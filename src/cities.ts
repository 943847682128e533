import { type Pack, WrongCity } from '#modules/catalogue/index.ts';
import { type Config, ConfigError, readConfig } from '#platform/config/index.ts';
import { MigrationError } from '#platform/db/migrations.ts';
import { DatabaseUnavailable } from '#platform/db/open-database.ts';
import { createLog, type Log } from '#platform/log/index.ts';
import { type App, PackRefused } from './app.ts';
import { cityConfigs } from './city-config.ts';
import { closeResources, openResources, type Resources } from './resources.ts';
import { startApp } from './start-app.ts';

/** A city that this process serves: its rules, its own database and folder, its use cases. */
export type RunningCity = Readonly<{ pack: Pack; resources: Resources; app: App }>;

/** All that a process serves. Nothing of one city reaches another: they share the program and its settings only. */
export type Installation = Readonly<{ config: Config; log: Log; cities: readonly RunningCity[] }>;

/**
 * Starts every city of the configuration. Ends the process, with all that is wrong in words, if one cannot be served:
 * a half-started installation would look as if it worked.
 */
export async function startCities(role: 'web' | 'worker', onFailure: () => void): Promise<Installation> {
  const cities: RunningCity[] = [];
  try {
    const config = readConfig();
    if (role === 'worker' && config.databaseUrl === undefined) {
      throw new ConfigError(
        'DATABASE_URL: a worker shares a server with the web process; the embedded database is worked on by that process itself',
      );
    }
    const log = createLog(config.logLevel);
    const configs = await cityConfigs(config);
    for (const one of configs) {
      const ownLog = configs.length === 1 ? log : log.child({ cityId: one.pack.city.id });
      const resources = await openResources(one.config, ownLog, onFailure);
      cities.push({ pack: one.pack, resources, app: await startApp(resources, one) });
    }
    return { config, log, cities };
  } catch (error) {
    // What the person at the keyboard can put right is said in words; anything else with its trace.
    const isClear = [ConfigError, MigrationError, DatabaseUnavailable, PackRefused, WrongCity].some(
      (kind) => error instanceof kind,
    );
    console.error(isClear && error instanceof Error ? error.message : error);
    for (const { resources } of cities) await closeResources(resources);
    process.exit(1);
  }
}
