import type { Role } from '#kernel/actor.ts';

/** Parts of the workspace in the order of the menu, each with the roles that find it there. */
const sections = [
  ['queue', ['officer', 'head', 'lean', 'auditor']],
  ['registers', ['officer', 'head', 'gis', 'auditor']],
  ['catalogue', ['officer', 'head', 'lean', 'gis', 'auditor', 'administrator', 'designer']],
  ['calendar', ['lean', 'administrator']],
  ['audit', ['auditor']],
  ['operations', ['administrator']],
] as const satisfies readonly (readonly [string, readonly Role[]])[];

export type WorkSection = (typeof sections)[number][0];

/** What an employee with these roles finds in the menu. The use cases behind the pages ask `may` again. */
export const sectionsFor = (roles: readonly Role[]): WorkSection[] =>
  sections.filter(([, allowed]) => allowed.some((role) => roles.includes(role))).map(([section]) => section);
