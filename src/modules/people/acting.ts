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

/** The holder of a session who acts so on the day `on`. Throws `people/no-mandate`. */
export async function actingHolder(
  db: Executor,
  actor: Actor,
  { party, serviceIds = [] }: Acting,
  on: string,
): Promise<Holder> {
  if (actor.kind === 'anonymous') throw new Problem('people/sign-in-needed');
  if (actor.kind !== 'person') throw new Problem('people/no-mandate');
  const { person, organisations, mandates } = await profileOf(db, actor.personId, on);
  const guest = actor.guestKey === undefined ? {} : { guestKey: actor.guestKey };
  const self = { kind: 'person', personId: actor.personId } as const;
  const name = fullName(person);
  if (!party || isSameParty(party, self)) return { actor: { ...self, ...guest }, name };
  const onBehalf: Actor = { ...self, onBehalfOf: party, ...guest };
  const organisation = organisations.find((one) => party.kind === 'organisation' && one.id === party.organisationId);
  if (organisation) return { actor: onBehalf, name, detail: organisation.name };
  const mandate = mandates.find((one) => isSameParty(one.grantor, party) && mandateCovers(one, serviceIds));
  if (!mandate) throw new Problem('people/no-mandate');
  return { actor: onBehalf, name, detail: mandate.grantorName, actsUntil: mandate.validTo };
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
