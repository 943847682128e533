import type { Actor, Party } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';
import type { Holder } from '#platform/sessions/index.ts';
import { SignInClaims } from './claims.ts';
import * as employees from './employee-store.ts';
import * as persons from './person-store.ts';
import {
  type Employee,
  fullName,
  isSameParty,
  mandateCovers,
  type OrganisationProfile,
  type PersonProfile,
  type Profile,
} from './profile.ts';
import { completeSignIn } from './sign-in-person.ts';

type PeopleDeps = Readonly<{
  db: Db;
  clock: Clock /** IANA name; decides on which day a mandate ends. */;
  timeZone: string;
}>;

/** What a form of this actor may be filled in with: the applicant, their company, and whoever acts for them. */
export type KnownOfActor = Readonly<{
  person?: PersonProfile;
  organisation?: OrganisationProfile;
  representative?: PersonProfile;
}>;

/**
 * Residents, organisations, employees and mandates. Reading personal data is for the caller to audit: this module
 * knows nobody above it.
 */
export function createPeople({ db, clock, timeZone }: PeopleDeps) {
  const today = () => dateIn(timeZone, clock.now()).toString();

  async function getPerson(personId: string): Promise<PersonProfile> {
    const person = await persons.findPerson(db, personId);
    if (!person) throw new Problem('people/unknown');
    return person;
  }

  /** A person with the companies they speak for and the mandates that hold today. Throws `people/unknown`. */
  async function getProfile(personId: string): Promise<Profile> {
    const on = today();
    const [person, organisations, mandates] = await Promise.all([
      getPerson(personId),
      persons.listOrganisationsOf(db, personId, on),
      persons.listMandatesOf(db, personId, on),
    ]);
    return { person, organisations, mandates };
  }

  /**
   * The holder of a session who acts for `party` from now on, or for themselves without one. Asked again whenever it
   * matters: throws `people/no-mandate` when neither a position nor a mandate holds today, or the mandate is not for
   * every one of `serviceIds`.
   */
  async function holderFor(actor: Actor, party?: Party, serviceIds: readonly string[] = []): Promise<Holder> {
    if (actor.kind !== 'person')
      throw new Problem(actor.kind === 'anonymous' ? 'people/sign-in-needed' : 'people/no-mandate');
    const { person, organisations, mandates } = await getProfile(actor.personId);
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

  async function organisationOf(
    actor: Extract<Actor, { kind: 'person' }>,
    organisationId: string,
  ): Promise<KnownOfActor> {
    const own = await persons.listOrganisationsOf(db, actor.personId, today());
    const held = own.find((one) => one.id === organisationId);
    const organisation = held ?? (await persons.findOrganisation(db, organisationId));
    if (!organisation) throw new Problem('people/unknown');
    const human = await getPerson(actor.personId);
    return held ? { organisation, person: human } : { organisation, representative: human };
  }

  return {
    getProfile,
    holderFor,

    /** The actor for one request on behalf of `party`; see `holderFor` for what is asked and thrown. */
    actorOf: async (actor: Actor, party?: Party, serviceIds?: readonly string[]): Promise<Actor> =>
      (await holderFor(actor, party, serviceIds)).actor,

    /** What forms of this actor may be filled in with; nothing for anybody but persons. */
    async getKnown(actor: Actor): Promise<KnownOfActor> {
      if (actor.kind !== 'person') return {};
      const party = actor.onBehalfOf;
      if (party?.kind === 'organisation') return organisationOf(actor, party.organisationId);
      const person = await getPerson(party?.personId ?? actor.personId);
      return party ? { person, representative: await getPerson(actor.personId) } : { person };
    },

    /** Throws `people/unknown`. Also those who left. */
    async getEmployee(id: string): Promise<Employee> {
      const employee = await employees.findEmployee(db, id);
      if (!employee) throw new Problem('people/unknown');
      return employee;
    },

    /** Whoever works in the department today, by name. */
    listEmployees: (departmentId: string): Promise<Employee[]> => employees.listEmployees(db, departmentId, today()),

    /** Names of persons, organisations and employees by id, in one read; unknown ids are left out. */
    names: (ids: readonly string[]): Promise<Map<string, string>> => employees.listNames(db, ids),

    /**
     * Completes a sign-in with the claims of a provider. Throws `people/claims-missing` (no name told),
     * `people/employee-left`.
     */
    signIn: (issuer: string, claims: unknown): Promise<Holder> =>
      completeSignIn(db, { issuer, claims: SignInClaims.parse(claims), at: clock.now(), today: today() }),
  };
}

export type People = ReturnType<typeof createPeople>;
