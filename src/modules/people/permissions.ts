import type { Actor, Party, Role } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';

/** What can be asked of `may`. Named `module:verb`. */
export const permissions = [
  'draft:edit',
  'application:file',
  'application:read',
  'application:withdraw',
  'case:read',
  'case:take',
  'case:accept',
  'case:reject',
  'case:suspend',
  'request:send',
  'request:answer',
  'request:read',
  'decision:draft',
  'decision:sign',
  'register:read',
  'document:read',
  'document:upload',
  'catalogue:design',
  'calendar:change',
  'audit:read',
  'queue:read',
  'step:report',
  'operations:read',
] as const;
export type Permission = (typeof permissions)[number];

/** What a permission is asked about; only what deciding needs, so that every module can name its thing in these words. */
export type Subject = Readonly<{
  /** The person who started the draft or filed the application. */
  filedBy?: string;
  /** The browser key of a draft that was begun before signing in. */
  guestKey?: string;
  /** For whom it was filed, when not for the filer. */
  onBehalfOf?: Party;
  /** The department the thing belongs to: of the case, the asked department of a request, the owner of a queue or register. */
  departmentId?: string;
  /** Other departments that take part: with a case in the same application or a request about it. */
  involvedDepartmentIds?: readonly string[];
  /** The officer who took the case. */
  officerId?: string;
  /** Who wrote the decision. Whether the same person may sign is a rule of decisions, not of permissions. */
  draftedBy?: string;
}>;

/** One reason why somebody may. Named, so that the table below reads as sentences. */
type Rule = (actor: Actor, subject: Subject | undefined) => boolean;

const sameParty = (a: Party, b: Party): boolean =>
  a.kind === 'person'
    ? b.kind === 'person' && a.personId === b.personId
    : b.kind === 'organisation' && a.organisationId === b.organisationId;

/**
 * The applicant: the party the thing was filed for, itself or through somebody who acts for it now.
 * A former representative is no applicant, though he filed: what a mandate gave ends with the mandate (Civil Code of
 * Russia, article 188). Whether the mandate holds is asked when the actor is made (`actorFor`), not here.
 */
const applicant: Rule = (actor, subject) => {
  if (actor.kind !== 'person' || !subject) return false;
  if (!subject.onBehalfOf) return subject.filedBy === actor.personId;
  return sameParty(actor.onBehalfOf ?? { kind: 'person', personId: actor.personId }, subject.onBehalfOf);
};

/** Whoever typed the draft, for whomever it is meant: it is nobody's application yet. */
const writer: Rule = (actor, subject) => actor.kind === 'person' && subject?.filedBy === actor.personId;

/** The browser in which the draft was begun, signed in meanwhile or not. */
const guest: Rule = (actor, subject) =>
  (actor.kind === 'anonymous' || actor.kind === 'person') &&
  actor.guestKey !== undefined &&
  subject?.guestKey === actor.guestKey;

/** A visitor who is not signed in, with something new. */
const newGuest: Rule = (actor, subject) =>
  actor.kind === 'anonymous' && actor.guestKey !== undefined && subject === undefined;

/** A person with something new, that belongs to nobody yet. */
const newcomer: Rule = (actor, subject) => actor.kind === 'person' && subject === undefined;

const inDepartment =
  (role: Role): Rule =>
  (actor, subject) =>
    actor.kind === 'employee' && actor.roles.includes(role) && subject?.departmentId === actor.departmentId;

const officer = inDepartment('officer');
const head = inDepartment('head');

/** The officer who has the case, or any of the department while nobody has it. */
const officerInCharge: Rule = (actor, subject) =>
  officer(actor, subject) &&
  (subject?.officerId === undefined || (actor.kind === 'employee' && subject.officerId === actor.employeeId));

/** Officer or head of a department that takes part. */
const involved: Rule = (actor, subject) =>
  actor.kind === 'employee' &&
  (actor.roles.includes('officer') || actor.roles.includes('head')) &&
  (subject?.involvedDepartmentIds?.includes(actor.departmentId) ?? false);

/** Officer or head who asks about nothing in particular: the own department's. */
const ownDepartment: Rule = (actor, subject) =>
  actor.kind === 'employee' &&
  subject === undefined &&
  (actor.roles.includes('officer') || actor.roles.includes('head'));

/** A role that reaches across departments. */
const anywhere =
  (role: Role): Rule =>
  (actor) =>
    actor.kind === 'employee' && actor.roles.includes(role);

/** A job of the program: it reads what it must, carries answers of outside agencies in, and never decides. */
const system: Rule = (actor) => actor.kind === 'system';

/**
 * Who may what: a permission is given when one of its rules holds.
 * Lean specialists see cases and queues, not what people wrote or attached: measuring needs no personal data.
 * Administrators see the machine, not the cases.
 */
const table: Readonly<Record<Permission, readonly Rule[]>> = {
  'draft:edit': [newGuest, newcomer, guest, writer],
  'application:file': [newcomer, applicant],
  'application:read': [applicant, officer, head, involved, anywhere('auditor'), system],
  'application:withdraw': [applicant],
  'case:read': [applicant, officer, head, involved, anywhere('lean'), anywhere('auditor'), system],
  'case:take': [officer, head],
  'case:accept': [officerInCharge, head],
  'case:reject': [officerInCharge, head],
  'case:suspend': [officerInCharge, head],
  'request:send': [officerInCharge, head],
  'request:answer': [officer, head, system],
  'request:read': [officer, head, involved, anywhere('lean'), anywhere('auditor'), system],
  'decision:draft': [officerInCharge, head],
  'decision:sign': [head],
  'register:read': [applicant, officer, head, involved, anywhere('gis'), anywhere('auditor'), system],
  'document:read': [guest, applicant, officer, head, involved, anywhere('auditor'), system],
  'document:upload': [newGuest, newcomer, ownDepartment, guest, writer, applicant, officer, head, involved, system],
  'catalogue:design': [anywhere('designer')],
  'calendar:change': [anywhere('lean'), anywhere('administrator')],
  'audit:read': [anywhere('auditor')],
  'queue:read': [ownDepartment, officer, head, anywhere('lean'), anywhere('auditor'), system],
  'step:report': [applicant, system],
  'operations:read': [anywhere('administrator'), system],
};

/**
 * Whether the actor may do it to the subject. Pure: knows only its arguments.
 * Without a subject the question is "with something new of my own" (drafts, filing, uploads) or "in my own department"
 * (queue); permissions that need a subject are refused without one.
 */
export function may(actor: Actor, permission: Permission, subject?: Subject): boolean {
  return table[permission].some((rule) => rule(actor, subject));
}

/**
 * As `authorise`, for things whose very existence is nobody's business: to somebody who may not, the thing looks like one
 * that does not exist (problem `unknown`), so that guessed numbers and ids tell nothing.
 */
export function authoriseOrHide(
  actor: Actor,
  permission: Permission,
  { of, unknown }: { of: Subject; unknown: string },
): void {
  if (may(actor, permission, of)) return;
  throw new Problem(actor.kind === 'anonymous' ? 'people/sign-in-needed' : unknown);
}

/**
 * Lets the actor through or throws: `people/sign-in-needed` (401) when nobody is signed in,
 * `people/not-allowed` (403) otherwise.
 */
export function authorise(actor: Actor, permission: Permission, subject?: Subject): void {
  if (may(actor, permission, subject)) return;
  if (actor.kind === 'anonymous') throw new Problem('people/sign-in-needed');
  throw new Problem('people/not-allowed', { permission });
}
