/**
 * Who does something. Made once at the border from the session and passed to every use case.
 *
 * - `anonymous`: nobody signed in; `guestKey` is the random key of the browser's own drafts.
 * - `person`: a resident or entrepreneur; `onBehalfOf` is set when acting under a mandate or for a company.
 * - `employee`: somebody of a city department with the roles the department gave.
 * - `system`: a job; `name` says which.
 */
export type Actor =
  | Readonly<{ kind: 'anonymous'; guestKey?: string }>
  | Readonly<{ kind: 'person'; personId: string; onBehalfOf?: Party; guestKey?: string }>
  | Readonly<{ kind: 'employee'; employeeId: string; departmentId: string; roles: readonly Role[] }>
  | Readonly<{ kind: 'system'; name: string }>;

/** Somebody an application can be filed for. */
export type Party = Readonly<{ kind: 'person'; personId: string } | { kind: 'organisation'; organisationId: string }>;

/** What an employee may be. `head` signs; `officer` works cases; the others see across departments. */
export const roles = ['officer', 'head', 'lean', 'gis', 'auditor', 'administrator', 'designer'] as const;
export type Role = (typeof roles)[number];

export const anonymous: Actor = { kind: 'anonymous' };
