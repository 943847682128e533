import type { Actor, Party } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Executor } from '#platform/db/index.ts';
import type { Holder } from '#platform/sessions/index.ts';
import * as persons from './person-store.ts';
import {
  fullName,
  isSameParty,
  mandateCovers,
  type OrganisationProfile,
  type PersonProfile,
  type Profile,
} from './profile.ts';

/** What a form of this actor may be filled in with: the applicant, their company, and whoever acts for them. */
export type KnownOfActor = Readonly<{
  person?: PersonProfile;
  organisation?: OrganisationProfile;
  representative?: PersonProfile;
}>;

async function getPerson(db: Executor, personId: string): Promise<PersonProfile> {
  const person = await persons.findPerson(db, personId);
  if (!person) throw new Problem('people/unknown');
  return person;
}

/** A person with the companies and mandates that hold on the day `on`. Throws `people/unknown`. */
export async function profileOf(db: Executor, personId: string, on: string): Promise<Profile> {
  const [person, organisations, mandates] = await Promise.all([
    getPerson(db, personId),
    persons.listOrganisationsOf(db, personId, on),
    persons.listMandatesOf(db, personId, on),
  ]);
  return { person, organisations, mandates };
}

/** For whom somebody wants to act: for themselves without a party, under a mandate for all of these services. */
export type Acting = Readonly<{ party?: Party | undefined; serviceIds?: readonly string[] | undefined }>;

/** By what somebody acts for another: whose name the header shows, and the last day of a mandate. */
type Ground = Readonly<{ detail: string; actsUntil?: string }>;

/** The position or else the mandate by which a person acts for `party` on the day `on`. Throws `people/no-mandate`. */
async function groundOf(
  db: Executor,
  personId: string,
  { party, serviceIds }: { party: Party; serviceIds: readonly string[] },
  on: string,
): Promise<Ground> {
  const own = party.kind === 'organisation' ? await persons.listOrganisationsOf(db, personId, on) : [];
  const organisation = own.find((one) => party.kind === 'organisation' && one.id === party.organisationId);
  if (organisation) return { detail: organisation.name };
  const mandates = await persons.listMandatesOf(db, personId, on);
  const mandate = mandates.find((one) => isSameParty(one.grantor, party) && mandateCovers(one, serviceIds));
  if (!mandate) throw new Problem('people/no-mandate');
  return { detail: mandate.grantorName, actsUntil: mandate.validTo };
}

/** The actor who acts so, and by what. Asks nothing of the database for somebody who acts for themselves. */
async function actsBy(db: Executor, actor: Actor, { party, serviceIds = [] }: Acting, on: string) {
  if (actor.kind === 'anonymous') throw new Problem('people/sign-in-needed');
  if (actor.kind !== 'person') throw new Problem('people/no-mandate');
  const { personId, guestKey } = actor;
  const self = { kind: 'person', personId } as const;
  const guest = guestKey === undefined ? {} : { guestKey };
  if (!party || isSameParty(party, self)) return { actor: { ...self, ...guest } };
  const ground = await groundOf(db, personId, { party, serviceIds }, on);
  return { actor: { ...self, onBehalfOf: party, ...guest }, ground };
}

/** The actor for one request who acts so on the day `on`. Throws `people/no-mandate`. */
export const actingActor = async (db: Executor, actor: Actor, acting: Acting, on: string): Promise<Actor> =>
  (await actsBy(db, actor, acting, on)).actor;

/** The holder of a session who acts so on the day `on`. Throws `people/no-mandate`, `people/unknown`. */
export async function actingHolder(db: Executor, actor: Actor, acting: Acting, on: string): Promise<Holder> {
  const { actor: holder, ground } = await actsBy(db, actor, acting, on);
  return { actor: holder, name: fullName(await getPerson(db, holder.personId)), ...ground };
}

/** What forms of this actor may be filled in with; nothing for anybody but persons. */
export async function knownOf(db: Executor, actor: Actor, on: string): Promise<KnownOfActor> {
  if (actor.kind !== 'person') return {};
  const party = actor.onBehalfOf;
  const human = await getPerson(db, actor.personId);
  if (party === undefined) return { person: human };
  if (party.kind === 'person') return { person: await getPerson(db, party.personId), representative: human };
  const own = await persons.listOrganisationsOf(db, actor.personId, on);
  const held = own.find((one) => one.id === party.organisationId);
  if (held) return { organisation: held, person: human };
  const organisation = await persons.findOrganisation(db, party.organisationId);
  if (!organisation) throw new Problem('people/unknown');
  return { organisation, representative: human };
}
