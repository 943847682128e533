import type { Actor } from './actor.ts';

/** Who did it, as the journal and the audit write it: kind and id, never a name. */
export function actorKey(actor: Actor): string {
  if (actor.kind === 'person') return `person:${actor.personId}`;
  if (actor.kind === 'employee') return `employee:${actor.employeeId}`;
  if (actor.kind === 'system') return `system:${actor.name}`;
  return 'anonymous';
}
