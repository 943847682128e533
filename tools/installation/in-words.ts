import { ConfigError } from '#platform/config/index.ts';
import { MigrationError } from '#platform/db/migrations.ts';
import { DatabaseUnavailable } from '#platform/db/open-database.ts';
import { RoleUnfit } from '#platform/db/working-role.ts';
import { PackRefused } from '../../src/app.ts';
import type { Output } from '../berdem/command.ts';

/** What the person at the keyboard can put right is said in words and gives 1; anything else keeps its trace. */
export async function inWords({ complain }: Output, run: () => Promise<number>): Promise<number> {
  try {
    return await run();
  } catch (error) {
    const kinds = [ConfigError, MigrationError, DatabaseUnavailable, PackRefused, RoleUnfit];
    if (!(error instanceof Error && kinds.some((kind) => error instanceof kind))) throw error;
    complain(error.message);
    return 1;
  }
}
