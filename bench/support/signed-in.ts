import type { Actor } from '#kernel/actor.ts';
import { demoId } from '#modules/people/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import type { App } from '../../src/app.ts';

type Employee = Extract<Actor, { kind: 'employee' }>;

/** An employee of the demonstration, `officer-kvb`, as somebody who acts. */
export async function employeeOf({ people }: App, subject: string): Promise<Employee> {
  const { id, departmentId, roles } = await people.getEmployee(demoId(subject));
  return { kind: 'employee', employeeId: id, departmentId, roles: roles as Employee['roles'] };
}

/** The cookie of a browser in which somebody has just signed in. */
export async function cookieOf({ db, clock }: App, actor: Actor): Promise<string> {
  const { token } = await createSessions({ db, clock }).create({ actor, name: 'bench' }, 'bench');
  return `session=${token}`;
}
