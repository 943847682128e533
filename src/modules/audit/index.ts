import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import type { Clock } from '#platform/clock.ts';
import type { Clause, Executor } from '#platform/db/index.ts';
import { entriesOf, listByApplication } from './audit-store.ts';

/** Something done or seen. `action` is `module.verb`; details name fields and codes, never their personal content. */
export type AuditEntry = Readonly<{
  action: string;
  subject: string;
  subjectId?: string;
  applicationId?: string;
  details?: Readonly<Record<string, unknown>>;
}>;

/** So long a repeated look is the same look. */
const oneLook = { minutes: 15 };

export type Audit = ReturnType<typeof createAudit>;

/** Who did and who saw what. Entries are written in the transaction of what they tell, and never changed. */
export function createAudit({ clock }: { clock: Clock }) {
  return {
    /** Writes the entries of one act. */
    async record(db: Executor, actor: Actor, entries: readonly AuditEntry[], at = clock.now()): Promise<void> {
      if (entries.length > 0) await entriesOf({ by: actorKey(actor), at }, entries).statement.execute(db);
    },
    /**
     * Writes that somebody saw something. Pages refresh themselves, so one who keeps a page open for a quarter of an hour
     * has looked once (docs/decisions/0008).
     */
    async look(db: Executor, actor: Actor, entry: AuditEntry): Promise<void> {
      const at = clock.now();
      const stamp = { by: actorKey(actor), at, unlessSince: at.subtract(oneLook) };
      await entriesOf(stamp, [entry]).statement.execute(db);
    },
    /** What `record` writes, as a clause of the statement that does what the entries tell. */
    recorded: (actor: Actor, entries: readonly AuditEntry[], at = clock.now()): Clause =>
      entriesOf({ by: actorKey(actor), at }, entries),
    /** What was done with and seen of one application, newest first, at most `limit` entries. */
    listByApplication,
  };
}

export type { WrittenEntry } from './audit-store.ts';
