import type { Localized } from '#kernel/language.ts';
import type { Dictionary, PackElement } from './dictionary.ts';
import type { Field } from './fields.ts';
import { Grounds, type PackGround } from './grounds.ts';
import type { PackRequest } from './requests.ts';
import type { SourceForm } from './source-forms.ts';
import {
  applicantsOf,
  type Cell,
  cellsFor,
  conditionOf,
  type ServiceVersion,
  type Variant,
  variantsOf,
  versionsOf,
} from './variants.ts';
import { humanised, oneLanguage, packId } from './words.ts';

/** What the schemas do not say and whoever imports may: term, first day, department, names of services. */
export type Settings = Readonly<{
  effective: string;
  termDays: number;
  departments: readonly string[];
  department: string;
  names: Readonly<Record<string, string>>;
}>;

/** A service as it is written, one object a version. */
export type PackService = Readonly<{ id: string; version: number }> & Readonly<Record<string, unknown>>;

type Asked = { element: PackElement; cells: Set<Cell>; required: boolean; askedIn: number };

/** A form for applicants who act for themselves calls the applicant the agent. */
function withoutAgent(field: Field, covers: readonly Cell[]): Field {
  const nobodyActs = covers.every((cell) => !cell.endsWith('-represented'));
  return nobodyActs && field.path[0] === 'agent' ? { ...field, path: ['applicant', ...field.path.slice(1)] } : field;
}

/** Elements that one form asks, each once. */
function asksOf({ form, covers }: Variant<SourceForm>, dictionary: Dictionary): Map<string, Asked> {
  const asks = new Map<string, Asked>();
  for (const given of form.fields) {
    const field = withoutAgent(given, covers);
    const element = dictionary.elementOf(field);
    const applies = cellsFor(field, covers);
    if (field !== given) form.guess(given, 'the agent of somebody who acts alone is the applicant');
    if (applies.length === 0)
      form.guess(given, 'about another kind of applicant than the form is for: asked all the same');
    form.took(given, element.id);
    const known = asks.get(element.id);
    const cells = new Set([...(known?.cells ?? []), ...(applies.length > 0 ? applies : covers)]);
    asks.set(element.id, { element, cells, required: field.required || known?.required === true, askedIn: 1 });
  }
  return asks;
}

/** What the forms of one version ask together. */
function merged(asks: readonly Map<string, Asked>[]): Asked[] {
  const all = new Map<string, Asked>();
  for (const [id, asked] of asks.flatMap((map) => [...map])) {
    const known = all.get(id);
    // Compulsory for one applicant and not for another: whoever does not have it must be able to file.
    const required = asked.required && (known?.required ?? true);
    const cells = new Set([...(known?.cells ?? []), ...asked.cells]);
    all.set(id, { element: asked.element, cells, required, askedIn: (known?.askedIn ?? 0) + 1 });
  }
  return [...all.values()];
}

const conditional = (when: string | undefined): { when?: string } => (when === undefined ? {} : { when });

function inputsAndEvidence(asked: readonly Asked[], all: ReadonlySet<Cell>) {
  const files = asked.filter(({ element }) => element.type === 'files');
  const inputs = asked
    .filter((ask) => !files.includes(ask))
    .map(({ element, cells, required }) => ({
      element: element.id,
      ...(required ? {} : { required }),
      ...conditional(conditionOf(cells, all)),
    }));
  const evidence = files.map(({ element, cells, required }) => ({
    id: packId(element.id.slice(element.id.indexOf('.') + 1), 'paper'),
    provider: 'applicant',
    name: element.label,
    element: element.id,
    ...(required ? {} : { required }),
    ...conditional(conditionOf(cells, all)),
    unverified: ['name.tt', 'name.en'],
  }));
  return { inputs, evidence };
}

const dayBefore = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

/** First day of a version: the newest has the day of the import, each older one begins a year before the next. */
const firstDay = (effective: string, before: number): string =>
  Temporal.PlainDate.from(effective).subtract({ years: before }).toString();

const basis: Localized = {
  ru: 'Административный регламент услуги',
  tt: 'Хезмәтнең административ регламенты',
  en: 'Administrative regulation of the service',
};
const feeReason: Localized = {
  ru: 'Размер платы в схемах не указан',
  tt: 'Түләү күләме схемаларда күрсәтелмәгән',
  en: 'The schemas do not say what it costs',
};

export type ServiceParts = Readonly<{
  base: string;
  forms: readonly SourceForm[];
  requests: readonly PackRequest[];
  register: string | undefined;
}>;

/** The department whose id is the first word of the name, as this system names its services; else the given one. */
export const departmentOf = (base: string, { departments, department }: Settings): string =>
  departments.find((id) => id === base.split('_')[0]) ?? department;

export const serviceId = (base: string): string => packId(base, 'form');

class ServiceWriter {
  private readonly parts: ServiceParts;
  private readonly dictionary: Dictionary;
  private readonly settings: Settings;

  constructor(parts: ServiceParts, dictionary: Dictionary, settings: Settings) {
    this.parts = parts;
    this.dictionary = dictionary;
    this.settings = settings;
  }

  private get name(): Localized {
    const { base, forms } = this.parts;
    const given = this.settings.names[base] ?? this.settings.names[serviceId(base)];
    return oneLanguage(given ?? forms.find(({ title }) => title !== undefined)?.title ?? humanised(base));
  }

  private groundsOf(variants: readonly Variant<SourceForm>[], asked: readonly Asked[]): PackGround[] {
    const grounds = new Grounds('r');
    for (const { form } of variants) {
      for (const { fields, report } of form.refusals) grounds.take(fields, this.dictionary, report);
    }
    return grounds.all(new Set(asked.map(({ element }) => element.id)));
  }

  version({ version, variants }: ServiceVersion<SourceForm>, later: number): PackService {
    const { base, register, requests } = this.parts;
    const all = new Set(variants.flatMap(({ covers }) => [...covers]));
    const asked = merged(variants.map((variant) => asksOf(variant, this.dictionary)));
    const { settings, name } = this;
    const facts = ['name', 'summary', 'department', 'effective', 'term', 'fee', 'legalBasis', 'result.document'];
    return {
      id: serviceId(base),
      version,
      effective: firstDay(settings.effective, later),
      ...(later > 0 ? { until: dayBefore(firstDay(settings.effective, later - 1)) } : {}),
      name,
      summary: name,
      department: departmentOf(base, settings),
      applicants: applicantsOf(all),
      legalBasis: [{ act: basis }],
      term: { amount: settings.termDays, unit: 'calendarDays', from: 'registration' },
      fee: { amount: 0, currency: 'RUB', reason: feeReason },
      ...inputsAndEvidence(asked, all),
      requests,
      grounds: this.groundsOf(variants, asked),
      result: { document: name, ...(register === undefined ? {} : { register }) },
      unverified: [...facts, ...(later > 0 ? ['until'] : []), ...(register === undefined ? [] : ['result.register'])],
    };
  }
}

/** All versions of one service, oldest first. */
export function versionsOfService(parts: ServiceParts, dictionary: Dictionary, settings: Settings): PackService[] {
  const writer = new ServiceWriter(parts, dictionary, settings);
  const versions = versionsOf(variantsOf(parts.forms));
  const written = versions.map((version, index) => writer.version(version, versions.length - 1 - index));
  for (const [index, { version, variants }] of versions.entries()) {
    for (const { form } of variants) {
      const place = `services/${serviceId(parts.base)} version ${version}`;
      form.into(index === versions.length - 1 ? place : `${place}, an older one`);
    }
  }
  return written;
}
