import { sql } from 'kysely';
import type { Db } from './index.ts';

/** A database that takes longer is not one to send people to (milliseconds). */
const patience = 2_000;

/** Whether the database answers a plain question within two seconds. */
export async function answersInTime(db: Db): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}
