import type { Calendar } from './calendar.ts';
import type { Department } from './city.ts';
import type { Element, Page } from './elements.ts';
import type { Pack } from './pack.ts';
import type { Register } from './registers.ts';
import type { Ground, Output, Service, Step } from './services.ts';
import type { Situation } from './situations.ts';

/** Lookups by id beside a pack. */
export type PackIndex = Readonly<{
  departments: ReadonlyMap<string, Department>;
  /** District id → the administration that serves it. */
  departmentOfDistrict: ReadonlyMap<string, Department>;
  calendars: ReadonlyMap<string, Calendar>;
  pages: ReadonlyMap<string, Page>;
  elements: ReadonlyMap<string, Element>;
  intakeGrounds: ReadonlyMap<string, Ground>;
  steps: ReadonlyMap<string, Step>;
  outputs: ReadonlyMap<string, Output>;
  services: ReadonlyMap<string, Service>;
  registers: ReadonlyMap<string, Register>;
  situations: ReadonlyMap<string, Situation>;
  /** Situations that may contain a service, by the service's id. */
  situationsOfService: ReadonlyMap<string, readonly Situation[]>;
  /** Ids of services and steps that produce an output, by the output's id. */
  producers: ReadonlyMap<string, readonly string[]>;
}>;

const byId = <T extends Readonly<{ id: string }>>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((item) => [item.id, item]));

function groups<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const byKey = Map.groupBy(pairs, ([key]) => key);
  return new Map([...byKey].map(([key, found]) => [key, found.map(([, value]) => value)]));
}

function build(pack: Pack): PackIndex {
  const inSituations = pack.situations.flatMap((situation) =>
    situation.items.flatMap((item) => ('service' in item ? [[item.service, situation] as const] : [])),
  );
  const produced = [...pack.services, ...pack.steps].flatMap(({ id, produces }) =>
    produces.map((output) => [output, id] as const),
  );
  return {
    departments: byId(pack.departments),
    departmentOfDistrict: new Map(
      pack.departments.flatMap((each) => each.districts.map((district) => [district, each])),
    ),
    calendars: byId(pack.calendars),
    pages: byId(pack.pages),
    elements: byId(pack.elements),
    intakeGrounds: byId(pack.intakeGrounds),
    steps: byId(pack.steps),
    outputs: byId(pack.outputs),
    services: byId(pack.services),
    registers: byId(pack.registers),
    situations: byId(pack.situations),
    situationsOfService: groups(inSituations),
    producers: groups(produced),
  };
}

const built = new WeakMap<Pack, PackIndex>();

/** Lookups of a pack, built once per pack. */
export function indexPack(pack: Pack): PackIndex {
  const known = built.get(pack);
  if (known) return known;
  const fresh = build(pack);
  built.set(pack, fresh);
  return fresh;
}
