import type { PackDraft } from '../pack-draft.ts';
import { type Findings, type Origin, type Placed, placeOf } from '../pack-error.ts';
import type { SourcePath } from '../source.ts';

type Named = Readonly<{ id: string; path: SourcePath; origin: Origin }>;

function reportTwice(named: readonly Named[], what: string, findings: Findings): void {
  const first = new Map<string, Named>();
  for (const each of named) {
    const earlier = first.get(each.id);
    if (!earlier) {
      first.set(each.id, each);
      continue;
    }
    const { file, line } = placeOf(earlier.origin, earlier.path);
    const message = `the ${what} ${each.id} is defined twice, first at ${file}:${line}`;
    findings.error(each.origin, each.path, {
      code: 'duplicate-id',
      message,
      hint: 'rename one of the two or remove it',
    });
  }
}

const topLevel = (placed: readonly Placed<{ id: string }>[]): Named[] =>
  placed.map(({ value, origin }) => ({ id: value.id, path: ['id'], origin }));

/** Ids of a list inside one object. */
function within(origin: Origin, list: string, ids: readonly (string | undefined)[], key = 'id'): Named[] {
  return ids.flatMap((id, index) => (id === undefined ? [] : [{ id, path: [list, index, key], origin }]));
}

function checkService({ value, origin }: PackDraft['services'][number], findings: Findings): void {
  reportTwice(
    within(
      origin,
      'inputs',
      value.inputs.map(({ element }) => element),
      'element',
    ),
    'input',
    findings,
  );
  reportTwice(
    within(
      origin,
      'evidence',
      value.evidence.map(({ id }) => id),
    ),
    'evidence',
    findings,
  );
  reportTwice(
    within(
      origin,
      'requests',
      value.requests.map(({ id }) => id),
    ),
    'request',
    findings,
  );
  reportTwice(
    within(
      origin,
      'extensions',
      (value.extensions ?? []).map(({ id }) => id),
    ),
    'extension',
    findings,
  );
  reportTwice(
    within(
      origin,
      'grounds',
      value.grounds.map(({ id }) => id),
    ),
    'ground',
    findings,
  );
}

function checkSituation({ value, origin }: PackDraft['situations'][number], findings: Findings): void {
  reportTwice(
    within(
      origin,
      'triage',
      value.triage.map(({ id }) => id),
    ),
    'question',
    findings,
  );
  for (const [index, question] of value.triage.entries()) {
    const options = question.options.map(
      ({ value: id }, option): Named => ({ id, path: ['triage', index, 'options', option, 'value'], origin }),
    );
    reportTwice(options, 'answer', findings);
  }
  const services = value.items.map((item) => ('service' in item ? item.service : undefined));
  reportTwice(within(origin, 'items', services, 'service'), 'item', findings);
  const steps = value.items.map((item) => ('step' in item ? item.step : undefined));
  reportTwice(within(origin, 'items', steps, 'step'), 'item', findings);
}

/** An id names one thing: no two objects of a kind, and no two entries of a list, share one. */
export function checkIds(draft: PackDraft, findings: Findings): void {
  reportTwice(topLevel(draft.departments), 'department', findings);
  reportTwice(topLevel(draft.pages), 'page', findings);
  reportTwice(topLevel(draft.elements), 'element', findings);
  reportTwice(topLevel(draft.blocks), 'block', findings);
  reportTwice(topLevel(draft.intakeGrounds), 'ground', findings);
  reportTwice(topLevel(draft.outputs), 'output', findings);
  // Services and steps stand side by side in a plan, so they share one space of names.
  reportTwice([...topLevel(draft.services), ...topLevel(draft.steps)], 'service or step', findings);
  for (const { value, origin } of draft.elements) {
    reportTwice(
      within(
        origin,
        'choices',
        (value.choices ?? []).map((choice) => choice.value),
        'value',
      ),
      'choice',
      findings,
    );
  }
  for (const service of [...draft.services, ...draft.nextServices]) checkService(service, findings);
  for (const situation of draft.situations) checkSituation(situation, findings);
  for (const { value, origin } of draft.registers) {
    const ids = value.fields.map((field): string | undefined => ('element' in field ? field.element : field.id));
    reportTwice(
      ids.flatMap((id, index) => (id === undefined ? [] : [{ id, path: ['fields', index], origin }])),
      'field',
      findings,
    );
  }
}
