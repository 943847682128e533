import type { Actor } from '#kernel/actor.ts';
import type { Department, Pack, Register } from '#modules/catalogue/index.ts';

/** A register with the department whose services end in it. */
export type KeptRegister = Readonly<{ register: Register; department: Department | undefined }>;

/** Registers of a pack with who keeps each. */
export const registersOf = (pack: Pack): KeptRegister[] =>
  pack.registers.map((register) => {
    const keeper = pack.services.find(({ result }) => result.register === register.id)?.department;
    return { register, department: pack.departments.find(({ id }) => id === keeper) };
  });

/** Whether the menu should lead an employee into a register: their own department's, or any for those who see all. */
export const isOpenTo = (actor: Actor, { department }: KeptRegister): boolean =>
  actor.kind === 'employee' &&
  (actor.departmentId === department?.id || actor.roles.includes('gis') || actor.roles.includes('auditor'));
