import { describe, expect, test } from 'vitest';
import { type Actor, anonymous, type Role } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { authorise, may, type Permission, permissions, type Subject } from './permissions.ts';

const employee = (employeeId: string, departmentId: string, ...roles: Role[]): Actor => ({
  kind: 'employee',
  employeeId,
  departmentId,
  roles,
});

/** Everybody the matrix speaks of; the case is of the architecture department, the improvement department is asked. */
const actors = {
  anonymous,
  owner: { kind: 'person', personId: 'owner' },
  otherPerson: { kind: 'person', personId: 'other' },
  representative: { kind: 'person', personId: 'agent', onBehalfOf: { kind: 'person', personId: 'owner' } },
  formerRepresentative: { kind: 'person', personId: 'agent' },
  officer: employee('officer', 'uaig', 'officer'),
  colleague: employee('colleague', 'uaig', 'officer'),
  head: employee('head', 'uaig', 'head'),
  involvedOfficer: employee('involved', 'kvb', 'officer'),
  involvedHead: employee('involved-head', 'kvb', 'head'),
  otherOfficer: employee('elsewhere', 'kzio', 'officer'),
  otherHead: employee('other-head', 'kzio', 'head'),
  lean: employee('lean', 'uitis', 'lean'),
  gis: employee('gis', 'uaig', 'gis'),
  auditor: employee('auditor', 'ugr', 'auditor'),
  administrator: employee('administrator', 'uitis', 'administrator'),
  designer: employee('designer', 'uitis', 'designer'),
  system: { kind: 'system', name: 'requests.remind' },
} satisfies Record<string, Actor>;
type Name = keyof typeof actors;

const subject: Subject = {
  filedBy: 'agent',
  onBehalfOf: { kind: 'person', personId: 'owner' },
  departmentId: 'uaig',
  involvedDepartmentIds: ['kvb'],
  officerId: 'officer',
  draftedBy: 'officer',
};

const applicants: Name[] = ['owner', 'representative'];
const department: Name[] = ['officer', 'colleague', 'head'];
const inCharge: Name[] = ['officer', 'head'];
const others: Name[] = ['involvedOfficer', 'involvedHead'];

/** Who may, about a case filed by a representative, taken by an officer. Everybody not named may not. */
const matrix: Record<Permission, Name[]> = {
  'draft:edit': ['representative', 'formerRepresentative'],
  'application:file': applicants,
  'application:read': [...applicants, ...department, ...others, 'auditor', 'system'],
  'application:withdraw': applicants,
  'case:read': [...applicants, ...department, ...others, 'lean', 'auditor', 'system'],
  'case:take': department,
  'case:accept': inCharge,
  'case:reject': inCharge,
  'case:suspend': inCharge,
  'request:send': inCharge,
  'request:answer': [...department, 'system'],
  'request:read': [...department, ...others, 'lean', 'auditor', 'system'],
  'decision:draft': inCharge,
  'decision:sign': ['head'],
  'register:read': [...applicants, ...department, ...others, 'gis', 'auditor', 'system'],
  'document:read': [...applicants, ...department, ...others, 'auditor', 'system'],
  'document:upload': [...applicants, 'formerRepresentative', ...department, ...others, 'system'],
  'catalogue:design': ['designer'],
  'calendar:change': ['lean', 'administrator'],
  'audit:read': ['auditor'],
  'queue:read': [...department, 'lean', 'auditor', 'system'],
  'step:report': [...applicants, 'system'],
  'operations:read': ['administrator', 'system'],
};

/** Who may without naming a thing: something new of one's own, or the own department's. */
const withoutSubject: Partial<Record<Permission, Name[]>> = {
  'draft:edit': ['owner', 'otherPerson', 'representative', 'formerRepresentative'],
  'application:file': ['owner', 'otherPerson', 'representative', 'formerRepresentative'],
};

const names = Object.keys(actors) as Name[];
const allowed = (permission: Permission, about?: Subject) =>
  names.filter((name) => may(actors[name], permission, about));
const sorted = (list: readonly string[]) => [...list].sort();

describe('who may what with a case that a representative filed and an officer took', () => {
  test.each(permissions)('%s', (permission) => {
    expect(sorted(allowed(permission, subject))).toEqual(sorted(matrix[permission]));
  });
});

describe('who may what when nothing in particular is named', () => {
  test.each(['draft:edit', 'application:file'] as const)('%s is for every signed-in person', (permission) => {
    expect(sorted(allowed(permission))).toEqual(sorted(withoutSubject[permission] ?? []));
  });

  test('officers and heads open their own queue, those who measure and audit open any', () => {
    const staff = ['officer', 'colleague', 'head', 'involvedOfficer', 'involvedHead', 'otherOfficer', 'otherHead'];
    expect(sorted(allowed('queue:read'))).toEqual(sorted([...staff, 'lean', 'auditor', 'system']));
  });

  test.each([
    'case:take',
    'case:accept',
    'case:reject',
    'decision:draft',
    'decision:sign',
    'step:report',
    'application:withdraw',
  ] as const)('%s is refused to every human', (permission) => {
    expect(allowed(permission).filter((name) => name !== 'system')).toEqual([]);
  });
});

test('an application filed for oneself is open to its filer and closed to other people', () => {
  const own: Subject = { filedBy: 'owner', departmentId: 'uaig' };
  expect(may(actors.owner, 'application:read', own)).toBe(true);
  expect(may(actors.otherPerson, 'application:read', own)).toBe(false);
  expect(may(actors.formerRepresentative, 'application:read', own)).toBe(false);
});

test('an application of a company is open to whoever acts for that company and to nobody who acts for another', () => {
  const filed: Subject = { filedBy: 'clerk', onBehalfOf: { kind: 'organisation', organisationId: 'company' } };
  const director = (organisationId: string): Actor => ({
    kind: 'person',
    personId: 'director',
    onBehalfOf: { kind: 'organisation', organisationId },
  });
  expect(may(director('company'), 'application:read', filed)).toBe(true);
  expect(may(director('rival'), 'application:read', filed)).toBe(false);
  expect(may({ kind: 'person', personId: 'company' }, 'application:read', filed)).toBe(false);
  expect(may({ kind: 'person', personId: 'clerk' }, 'application:read', filed)).toBe(false);
});

test('a draft begun before signing in is open to the browser that began it, signed in or not, and to no other', () => {
  const draft: Subject = { guestKey: 'browser' };
  expect(may({ kind: 'anonymous', guestKey: 'browser' }, 'draft:edit', draft)).toBe(true);
  expect(may({ kind: 'anonymous', guestKey: 'browser' }, 'document:read', draft)).toBe(true);
  expect(may({ kind: 'person', personId: 'owner', guestKey: 'browser' }, 'draft:edit', draft)).toBe(true);
  expect(may({ kind: 'anonymous', guestKey: 'another' }, 'draft:edit', draft)).toBe(false);
  expect(may(anonymous, 'draft:edit', draft)).toBe(false);
  expect(may(actors.owner, 'draft:edit', draft)).toBe(false);
});

test('a guest may begin a draft and add a file to it, but files nothing before signing in', () => {
  const visitor: Actor = { kind: 'anonymous', guestKey: 'browser' };
  expect(permissions.filter((permission) => may(visitor, permission))).toEqual(['draft:edit', 'document:upload']);
  expect(may(visitor, 'application:file', { guestKey: 'browser' })).toBe(false);
});

test('while nobody has taken a case any officer of its department may accept it', () => {
  const { officerId: _, ...open } = subject;
  expect(may(actors.colleague, 'case:accept', open)).toBe(true);
  expect(may(actors.otherOfficer, 'case:accept', open)).toBe(false);
});

test('a head of the department may sign whoever wrote the draft: four eyes are a rule of decisions', () => {
  expect(may(actors.head, 'decision:sign', { departmentId: 'uaig', draftedBy: 'head' })).toBe(true);
});

test('who is refused learns whether signing in would help', () => {
  const refusal = (actor: Actor) => {
    try {
      authorise(actor, 'case:take', subject);
      return 'allowed';
    } catch (error) {
      return error instanceof Problem ? error.code : 'other';
    }
  };
  expect(refusal(anonymous)).toBe('people/sign-in-needed');
  expect(refusal(actors.owner)).toBe('people/not-allowed');
  expect(refusal(actors.officer)).toBe('allowed');
});
