import type { Actor } from '#kernel/actor.ts';
import { roles } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import type { Holder } from '#platform/sessions/index.ts';
import type { SignInClaims } from './claims.ts';
import { findEmployee, isEmployed } from './employee-store.ts';
import { findIdentity, type Identity, insertIdentity, markSignedIn } from './identity-store.ts';
import { deletePerson, findPerson, insertPerson, updatePerson } from './person-store.ts';
import { fullName } from './profile.ts';

/** Who came back from which provider, and when and on which day (the city's calendar) that is. */
export type SignIn = Readonly<{ issuer: string; claims: SignInClaims; at: Temporal.Instant; today: string }>;

/**
 * Completes a sign-in: finds whom the provider means, or makes a new resident of somebody who comes for the first time,
 * and takes over what the provider says of a person. Employees are never made here: a department names them beforehand.
 */
export function completeSignIn(db: Db, signIn: SignIn): Promise<Holder> {
  const key = { issuer: signIn.issuer, subject: signIn.claims.sub };
  return inTransaction(db, async (tx) => {
    const identity = (await findIdentity(tx, key)) ?? (await newPerson(tx, signIn));
    await markSignedIn(tx, key, signIn.at.toString());
    return identity.kind === 'employee'
      ? employeeHolder(tx, identity.employeeId, signIn)
      : personHolder(tx, identity.personId, signIn);
  });
}

async function newPerson(tx: Tx, { issuer, claims, at }: SignIn): Promise<Identity> {
  const { family_name: lastName, given_name: firstName } = claims;
  if (lastName === undefined || firstName === undefined) throw new Problem('people/claims-missing');
  const identity: Identity = { kind: 'person', personId: newId(at.epochMilliseconds) };
  const key = { issuer, subject: claims.sub };
  await insertPerson(tx, { id: identity.personId, claims, lastName, firstName, at: at.toString() });
  if (await insertIdentity(tx, key, identity, at.toString())) return identity;
  // Two browsers of one person came first at the same moment: the other was faster.
  await deletePerson(tx, identity.personId);
  return (await findIdentity(tx, key)) ?? identity;
}

async function personHolder(tx: Tx, personId: string, { claims, at }: SignIn): Promise<Holder> {
  await updatePerson(tx, personId, claims, at.toString());
  const person = await findPerson(tx, personId);
  if (!person) throw new Problem('people/unknown');
  return { actor: { kind: 'person', personId }, name: fullName(person) };
}

async function employeeHolder(tx: Tx, employeeId: string, { today }: SignIn): Promise<Holder> {
  const employee = await findEmployee(tx, employeeId);
  if (!employee || !(await isEmployed(tx, employeeId, today))) throw new Problem('people/employee-left');
  const actor: Actor = {
    kind: 'employee',
    employeeId,
    departmentId: employee.departmentId,
    roles: roles.filter((role) => employee.roles.includes(role)),
  };
  return { actor, name: fullName(employee) };
}
