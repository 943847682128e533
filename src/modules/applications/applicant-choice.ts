import type { Actor, Party } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { applicantKind, fullName, type People, type Profile } from '#modules/people/index.ts';
import type { ApplicantChoice } from './draft.ts';

/** For whom a person may apply: oneself, the own organisations, and those whose power of attorney the person holds. */
export function choicesOf(profile: Profile): ApplicantChoice[] {
  const { person, organisations, mandates } = profile;
  const choice = (id: string, name: string, onBehalfOf?: Party): ApplicantChoice => {
    const actor: Actor = { kind: 'person', personId: person.id, ...(onBehalfOf ? { onBehalfOf } : {}) };
    return { choice: id, ...applicantKind(actor, profile), ...(onBehalfOf ? { onBehalfOf } : {}), name };
  };
  return [
    choice('self', fullName(person)),
    ...organisations.map(({ id, name }) => choice(id, name, { kind: 'organisation', organisationId: id })),
    ...mandates.map(({ id, grantor, grantorName }) => choice(id, grantorName, grantor)),
  ];
}

/**
 * The actor who acts for the party an application is for, if a position or a mandate holds today; otherwise the actor
 * as it is, whom the permissions then refuse.
 */
export async function actingFor(
  people: Pick<People, 'actorOf'>,
  actor: Actor,
  party: Party | undefined,
): Promise<Actor> {
  if (actor.kind !== 'person' || party === undefined) return actor;
  try {
    return await people.actorOf(actor, party);
  } catch (refusal) {
    if (refusal instanceof Problem && refusal.code === 'people/no-mandate') return actor;
    throw refusal;
  }
}
