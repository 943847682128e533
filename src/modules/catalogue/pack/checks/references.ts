import { prefillSources } from '#modules/forms/index.ts';
import type { PackDraft } from '../pack-draft.ts';
import { didYouMean, type Findings, type Origin, type Placed } from '../pack-error.ts';
import type { Ground, Service } from '../services.ts';
import type { SourcePath } from '../source.ts';

const idsOf = (placed: readonly Placed<{ id: string }>[]): Set<string> => new Set(placed.map(({ value }) => value.id));

/** Everything a reference may lead to, by kind. */
function targetsOf(draft: PackDraft) {
  const departments = (kind: 'city' | 'outside') => idsOf(draft.departments.filter(({ value }) => value.kind === kind));
  return {
    calendar: idsOf(draft.calendars),
    department: idsOf(draft.departments),
    'city department': departments('city'),
    'outside agency': departments('outside'),
    element: idsOf(draft.elements),
    'files element': idsOf(draft.elements.filter(({ value }) => value.type === 'files')),
    page: idsOf(draft.pages),
    'known value': new Set<string>(prefillSources),
    output: idsOf(draft.outputs),
    register: idsOf(draft.registers),
    service: idsOf(draft.services),
    district: new Set(draft.departments.flatMap(({ value }) => value.districts)),
    step: idsOf(draft.steps),
  };
}
type Targets = ReturnType<typeof targetsOf>;

/** Where each kind of thing is defined, for the hint. */
const homes: Record<keyof Targets, string> = {
  calendar: 'calendar/',
  department: 'departments.yaml',
  'city department': 'departments.yaml with kind: city',
  'outside agency': 'departments.yaml with kind: outside',
  element: 'elements/',
  'files element': 'elements/ with type: files',
  page: 'elements/pages.yaml',
  'known value': 'what the city knows of people and places',
  output: 'outputs.yaml',
  register: 'registers/',
  service: 'services/',
  district: 'districts of departments.yaml',
  step: 'steps.yaml',
};

class References {
  private readonly targets: Targets;
  private readonly findings: Findings;

  constructor(draft: PackDraft, findings: Findings) {
    this.targets = targetsOf(draft);
    this.findings = findings;
  }

  follow(origin: Origin, path: SourcePath, reference: { kind: keyof Targets; id: string | undefined }): void {
    const { kind, id } = reference;
    const known = this.targets[kind];
    if (id === undefined || known.has(id)) return;
    const hint = `${didYouMean(id, known)} (${homes[kind]})`;
    this.findings.error(origin, path, {
      code: `unknown-${kind.replace(' ', '-')}`,
      message: `there is no ${kind} ${id}`,
      hint,
    });
  }

  each(origin: Origin, path: SourcePath, reference: { kind: keyof Targets; ids: readonly string[] }): void {
    for (const [index, id] of reference.ids.entries())
      this.follow(origin, [...path, index], { kind: reference.kind, id });
  }

  /** Services, departments and districts that count on another calendar. */
  calendars({ city: { value, origin } }: PackDraft): void {
    const kinds = { services: 'service', departments: 'department', districts: 'district' } as const;
    for (const [list, kind] of Object.entries(kinds)) {
      const rules = value.calendars?.[list as keyof typeof kinds] ?? {};
      for (const [id, calendar] of Object.entries(rules)) {
        this.follow(origin, ['calendars', list, id], { kind, id });
        this.follow(origin, ['calendars', list, id], { kind: 'calendar', id: calendar });
      }
    }
  }

  grounds(origin: Origin, path: SourcePath, grounds: readonly Ground[]): void {
    for (const [index, ground] of grounds.entries()) {
      this.each(origin, [...path, index, 'elements'], { kind: 'element', ids: ground.elements });
    }
  }

  service(value: Service, origin: Origin): void {
    this.follow(origin, ['department'], { kind: 'city department', id: value.department });
    for (const [index, { element }] of value.inputs.entries()) {
      this.follow(origin, ['inputs', index, 'element'], { kind: 'element', id: element });
    }
    for (const [index, evidence] of value.evidence.entries()) {
      const at = (key: string) => ['evidence', index, key];
      if (evidence.provider === 'applicant')
        this.follow(origin, at('element'), { kind: 'files element', id: evidence.element });
      if (evidence.provider === 'agency') this.follow(origin, at('from'), { kind: 'department', id: evidence.from });
      if (evidence.provider === 'output') this.follow(origin, at('id'), { kind: 'output', id: evidence.id });
    }
    this.each(origin, ['produces'], { kind: 'output', ids: value.produces });
    for (const [index, { to }] of value.requests.entries()) {
      if (to !== 'district') this.each(origin, ['requests', index, 'to'], { kind: 'department', ids: to });
    }
    this.grounds(origin, ['grounds'], value.grounds);
    this.follow(origin, ['result', 'register'], { kind: 'register', id: value.result.register });
  }
}

/** Every reference leads somewhere. */
export function checkReferences(draft: PackDraft, findings: Findings): void {
  const references = new References(draft, findings);
  references.follow(draft.city.origin, ['calendar'], { kind: 'calendar', id: draft.city.value.calendar });
  references.calendars(draft);
  for (const { value, origin } of draft.calendars)
    references.follow(origin, ['extends'], { kind: 'calendar', id: value.extends });
  for (const { value, origin } of draft.elements) {
    references.follow(origin, ['page'], { kind: 'page', id: value.page });
    references.follow(origin, ['from'], { kind: 'known value', id: value.from });
  }
  for (const { value, origin } of draft.intakeGrounds)
    references.each(origin, ['elements'], { kind: 'element', ids: value.elements });
  for (const { value, origin } of draft.steps) {
    if (value.kind === 'outside') references.follow(origin, ['agency'], { kind: 'outside agency', id: value.agency });
    references.each(origin, ['requires'], { kind: 'output', ids: value.requires });
    references.each(origin, ['requiresIfPlanned'], { kind: 'output', ids: value.requiresIfPlanned ?? [] });
    references.each(origin, ['produces'], { kind: 'output', ids: value.produces });
  }
  for (const { value, origin } of [...draft.services, ...draft.nextServices]) references.service(value, origin);
  for (const { value, origin } of draft.registers) {
    for (const [index, field] of value.fields.entries()) {
      if ('element' in field)
        references.follow(origin, ['fields', index, 'element'], { kind: 'element', id: field.element });
    }
  }
  for (const { value, origin } of draft.situations) {
    for (const [index, item] of value.items.entries()) {
      if ('service' in item)
        references.follow(origin, ['items', index, 'service'], { kind: 'service', id: item.service });
      else references.follow(origin, ['items', index, 'step'], { kind: 'step', id: item.step });
    }
  }
}

/** A request to "district" finds its addressee by the districts of the administrations. */
export function checkDistricts(draft: PackDraft, findings: Findings): void {
  if (draft.departments.some(({ value }) => value.districts.length > 0)) return;
  for (const { value, origin } of [...draft.services, ...draft.nextServices]) {
    for (const [index, { to }] of value.requests.entries()) {
      if (to !== 'district') continue;
      const message = 'no department says which districts it serves, so nobody would get this request';
      findings.error(origin, ['requests', index, 'to'], {
        code: 'no-district-department',
        message,
        hint: 'add districts: […] in departments.yaml',
      });
    }
  }
}
