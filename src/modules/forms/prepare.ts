import type { Localized } from '#kernel/language.ts';
import { feelName, parse } from '#modules/rules/index.ts';
import type { Element, FormPageDefinition, ServiceInput } from './element.ts';
import type { CitySettings } from './field-types/field-type.ts';
import { fieldTypes } from './field-types/index.ts';

/** What forms read of a city pack; a loaded pack fits as it is. */
export type FormSource = Readonly<{
  city: Readonly<{ version: string }> & CitySettings;
  pages: readonly FormPageDefinition[];
  elements: readonly Element[];
  services: readonly SourceService[];
}>;

type SourceService = Readonly<{
  id: string;
  name: Localized;
  inputs: readonly ServiceInput[];
  evidence: readonly (
    | Readonly<{ provider: 'applicant'; element: string; required: boolean; when?: string | undefined }>
    | Readonly<{ provider: 'agency' | 'output' }>
  )[];
}>;

/** One service asks for one element, perhaps only under a condition. */
export type Asking = Readonly<{ serviceId: string; required: boolean; when?: string | undefined }>;

/** An element with what composing needs of it, worked out once per pack. */
export type PreparedElement = Readonly<{
  element: Element;
  /** Where its answer stands below `answers` in FEEL. */
  path: readonly string[];
  askings: readonly Asking[];
}>;

/** A pack made ready for composing forms. */
export type PreparedForms = Readonly<{
  /** In the order in which conditions can be decided: an element after all those its conditions read. */
  decidable: readonly PreparedElement[];
  byPage: ReadonlyMap<string, readonly PreparedElement[]>;
  serviceNames: ReadonlyMap<string, Localized>;
  /** Elements whose conditions wait for each other in a circle; such a condition is never decided. */
  circular: readonly string[];
}>;

const prepared = new WeakMap<FormSource, PreparedForms>();

/** The prepared form of a pack, kept as long as the pack itself. */
export function prepareForms(source: FormSource): PreparedForms {
  const known = prepared.get(source);
  if (known !== undefined) return known;
  const fresh = prepare(source);
  prepared.set(source, fresh);
  return fresh;
}

function prepare(source: FormSource): PreparedForms {
  const askings = askingsByElement(source.services);
  const elements = source.elements.map((element): PreparedElement => {
    const complete = fieldTypes[element.type].adapt?.(element, source.city) ?? element;
    return { element: complete, path: feelName(element.id).split('.'), askings: askings.get(element.id) ?? [] };
  });
  const byPage = Map.groupBy(elements, ({ element }) => element.page);
  const inPageOrder = source.pages.flatMap((page) => byPage.get(page.id) ?? []);
  const { ordered, circular } = inOrderOfReading(inPageOrder);
  const serviceNames = new Map(source.services.map((service) => [service.id, service.name]));
  return { decidable: ordered, byPage, serviceNames, circular };
}

function askingsByElement(services: readonly SourceService[]): Map<string, Asking[]> {
  const askings = new Map<string, Asking[]>();
  const add = (serviceId: string, input: { element: string; required: boolean; when?: string | undefined }) => {
    const known = askings.get(input.element) ?? [];
    askings.set(input.element, [...known, { serviceId, required: input.required, when: input.when }]);
  };
  for (const service of services) {
    for (const input of service.inputs) add(service.id, input);
    for (const evidence of service.evidence) if (evidence.provider === 'applicant') add(service.id, evidence);
  }
  return askings;
}

/** Elements that the conditions of an element read, found by the beginnings of the names in FEEL. */
function readsOf(prepared: PreparedElement, byPath: ReadonlyMap<string, PreparedElement>): PreparedElement[] {
  const names = prepared.askings.flatMap(({ when }) => {
    const parsed = when === undefined ? undefined : parse(when);
    return parsed?.ok ? parsed.value.reads : [];
  });
  return names.flatMap((name) => {
    const parts = name.split('.').slice(1);
    const ends = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
    const found = name.startsWith('answers.') ? ends.find((end) => byPath.has(end)) : undefined;
    const element = found === undefined ? undefined : byPath.get(found);
    return element === undefined ? [] : [element];
  });
}

/** Sorts elements so that each comes after those its conditions read, else in the given order (depth first). */
function inOrderOfReading(elements: readonly PreparedElement[]): {
  ordered: PreparedElement[];
  circular: string[];
} {
  const byPath = new Map(elements.map((prepared) => [prepared.path.join('.'), prepared]));
  const ordered = new Set<PreparedElement>();
  const open = new Set<PreparedElement>();
  const circular = new Set<string>();
  const visit = (prepared: PreparedElement): void => {
    if (ordered.has(prepared)) return;
    if (open.has(prepared)) {
      circular.add(prepared.element.id);
      return;
    }
    open.add(prepared);
    for (const read of readsOf(prepared, byPath)) visit(read);
    open.delete(prepared);
    ordered.add(prepared);
  };
  for (const prepared of elements) visit(prepared);
  return { ordered: [...ordered], circular: [...circular] };
}
