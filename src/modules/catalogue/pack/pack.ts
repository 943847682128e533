import type { Calendar } from './calendar.ts';
import type { City, Department } from './city.ts';
import type { Element, Page } from './elements.ts';
import type { Register } from './registers.ts';
import type { Ground, Output, Service, Step } from './services.ts';
import type { Situation } from './situations.ts';

/**
 * Everything a city is, as loaded from its folder: plain, JSON-able and deep-frozen.
 * `services` are those of `service.yaml` files; `nextServices` are later versions that become law on their `effective` day.
 */
export type Pack = Readonly<{
  /** SHA-256 of the content in hexadecimal: two packs with the same hash are the same rules. */
  hash: string;
  city: City;
  departments: readonly Department[];
  calendars: readonly Calendar[];
  pages: readonly Page[];
  elements: readonly Element[];
  intakeGrounds: readonly Ground[];
  steps: readonly Step[];
  outputs: readonly Output[];
  services: readonly Service[];
  nextServices: readonly Service[];
  registers: readonly Register[];
  situations: readonly Situation[];
}>;
