import type { Actor, Party } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';
import type { Holder } from '#platform/sessions/index.ts';
import { actingActor, actingHolder, type KnownOfActor, knownOf, profileOf } from './acting.ts';
import * as feed from './calendar-feed.ts';
import { SignInClaims } from './claims.ts';
import * as employees from './employee-store.ts';
import type { Employee, Profile } from './profile.ts';
import { completeSignIn } from './sign-in-person.ts';

type PeopleDeps = Readonly<{
  db: Db;
  clock: Clock;
  /** IANA name; decides on which day a mandate ends. */
  timeZone: string;
}>;

/**
 * Residents, organisations, employees and mandates. Reading personal data is for the caller to audit: this module
 * knows nobody above it.
 */
export function createPeople({ db, clock, timeZone }: PeopleDeps) {
  const today = () => dateIn(timeZone, clock.now()).toString();

  return {
    /** A person with the companies they speak for and the mandates that hold today. Throws `people/unknown`. */
    getProfile: (personId: string): Promise<Profile> => profileOf(db, personId, today()),

    /**
     * The holder of a session who acts for `party` from now on, or for themselves without one (`sessions.changeHolder`).
     * Throws `people/no-mandate` when neither a position nor a mandate holds today, or the mandate is not for every one
     * of `serviceIds`.
     */
    holderFor: (actor: Actor, party?: Party, serviceIds?: readonly string[]): Promise<Holder> =>
      actingHolder(db, actor, { party, serviceIds }, today()),

    /** The actor for one request on behalf of `party`; asks and throws what `holderFor` does. */
    actorOf: (actor: Actor, party?: Party, serviceIds?: readonly string[]): Promise<Actor> =>
      actingActor(db, actor, { party, serviceIds }, today()),

    /** What forms of this actor may be filled in with; nothing for anybody but persons. */
    getKnown: (actor: Actor): Promise<KnownOfActor> => knownOf(db, actor, today()),

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

    /** A new random token for the actor's calendar feed, shown once; the one before ends. */
    createFeed: (actor: Actor): Promise<string> => feed.createFeed(db, actor, clock.now()),
    /** Ends the actor's calendar feed. */
    revokeFeed: (actor: Actor): Promise<void> => feed.revokeFeed(db, actor),
    /** Since when the actor has a calendar feed, as an ISO instant. */
    feedSince: (actor: Actor): Promise<string | undefined> => feed.feedSince(db, actor),
    /** Whose calendar feed a token opens; nobody for a token that was never given, or was taken back. */
    readerOfFeed: (token: string): Promise<Actor | undefined> => feed.readerOfFeed(db, token, today()),

    /**
     * Completes a sign-in with the claims of a provider. Throws `people/claims-missing` (no name told),
     * `people/employee-left`.
     */
    signIn: (issuer: string, claims: unknown): Promise<Holder> =>
      completeSignIn(db, { issuer, claims: SignInClaims.parse(claims), at: clock.now(), today: today() }),
  };
}

export type People = ReturnType<typeof createPeople>;
