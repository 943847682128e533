import type { Block } from './blocks.ts';
import type { Calendar } from './calendar.ts';
import type { City, Department } from './city.ts';
import type { Element, Page } from './elements.ts';
import type { Pack } from './pack.ts';
import type { Placed } from './pack-error.ts';
import type { Register } from './registers.ts';
import type { Ground, Output, Service, Step } from './services.ts';
import type { Situation } from './situations.ts';

/** A pack whose files have the right shape but whose references are not yet checked; every object knows its place. */
export type PackDraft = Readonly<{
  city: Placed<City>;
  departments: readonly Placed<Department>[];
  calendars: readonly Placed<Calendar>[];
  pages: readonly Placed<Page>[];
  /** Read for the check only: services have their lines in place. */
  blocks: readonly Placed<Block>[];
  elements: readonly Placed<Element>[];
  intakeGrounds: readonly Placed<Ground>[];
  steps: readonly Placed<Step>[];
  outputs: readonly Placed<Output>[];
  services: readonly Placed<Service>[];
  nextServices: readonly Placed<Service>[];
  registers: readonly Placed<Register>[];
  situations: readonly Placed<Situation>[];
}>;

const values = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ value }) => value);

/** The plain content of a draft. */
export function contentOf(draft: PackDraft): Omit<Pack, 'hash'> {
  return {
    city: draft.city.value,
    departments: values(draft.departments),
    calendars: values(draft.calendars),
    pages: values(draft.pages),
    elements: values(draft.elements),
    intakeGrounds: values(draft.intakeGrounds),
    steps: values(draft.steps),
    outputs: values(draft.outputs),
    services: values(draft.services),
    nextServices: values(draft.nextServices),
    registers: values(draft.registers),
    situations: values(draft.situations),
  };
}
