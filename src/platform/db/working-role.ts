import type pg from 'pg';
import type { Database } from './index.ts';

/** A role that cannot be the one the program works under; the message says what to do. */
export class RoleUnfit extends Error {
  override readonly name = 'RoleUnfit';
}

/** Schemas of ours and of the job queue: not the server's, and none that an extension made. */
const schemas = `
  select nspname as name from pg_namespace n
  where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public')
    and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')`;

/** Tables that refuse change by trigger: what they refuse is no right either, for who may not change may not take the trigger away. */
const appendOnly = `
  select distinct format('%I.%I', n.nspname, c.relname) as name
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where t.tgfoid = 'platform.refuse_change'::regproc`;

/** Tables that show no row to anybody but their owner until a policy says so: those of the job queue. */
const guardedByRow = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relrowsecurity and n.nspname = 'graphile_worker'`;

/** What the records of migrations are kept in: read at every start, written by the owner. */
const migrationRecords = ['platform.migration', 'graphile_worker.migrations'];

/**
 * Gives an existing role the rights that web and worker need and no others: it reads and writes rows, cannot change the
 * schema, and cannot update or delete what is kept for good (journal, audit, what was filed). Done by the owner after every
 * migration, for new tables are nobody's at first. Throws `RoleUnfit` for a role that could do more by itself.
 */
export async function grantWork({ pool }: Pick<Database, 'pool'>, role: string): Promise<void> {
  const client = await pool.connect();
  try {
    await assertFit(client, role);
    await client.query('begin');
    for (const statement of await grants(client, role)) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function assertFit(client: pg.PoolClient, role: string): Promise<void> {
  const { rows } = await client.query<{ isSuper: boolean; isOwner: boolean }>(
    `select r.rolsuper as "isSuper", pg_has_role(r.oid, c.relowner, 'member') as "isOwner"
     from pg_roles r, pg_class c where r.rolname = $1 and c.oid = 'platform.event'::regclass`,
    [role],
  );
  const [found] = rows;
  if (found === undefined)
    throw new RoleUnfit(`there is no role ${role}: make it first, with \`create role ${role} login password '…'\``);
  if (found.isSuper || found.isOwner)
    throw new RoleUnfit(
      `${role} ${found.isSuper ? 'is a superuser' : 'owns the tables'} and could change everything: name a role of its own`,
    );
}

/** All rights of the role anew, so that wider ones given before are gone. */
async function grants(client: pg.PoolClient, role: string): Promise<string[]> {
  const grantee = client.escapeIdentifier(role);
  const names = async (query: string) => (await client.query<{ name: string }>(query)).rows.map(({ name }) => name);
  const ofSchemas = (await names(schemas)).flatMap((name) => {
    const schema = client.escapeIdentifier(name);
    return [
      `revoke all on schema ${schema} from ${grantee}`,
      `grant usage on schema ${schema} to ${grantee}`,
      `revoke all on all tables in schema ${schema} from ${grantee}`,
      `grant select, insert, update, delete on all tables in schema ${schema} to ${grantee}`,
      `grant usage on all sequences in schema ${schema} to ${grantee}`,
      `grant execute on all functions in schema ${schema} to ${grantee}`,
    ];
  });
  const kept = (await names(appendOnly)).map((table) => `revoke update, delete on ${table} from ${grantee}`);
  const policy = client.escapeIdentifier(`work of ${role}`);
  const rows = (await names(guardedByRow)).flatMap((table) => [
    `drop policy if exists ${policy} on ${table}`,
    `create policy ${policy} on ${table} to ${grantee} using (true) with check (true)`,
  ]);
  const records = migrationRecords.map((table) => `revoke insert, update, delete on ${table} from ${grantee}`);
  return [...ofSchemas, ...kept, ...rows, ...records];
}
