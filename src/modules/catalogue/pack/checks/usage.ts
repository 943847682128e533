import { feelName, parse } from '#modules/rules/index.ts';
import { conditionsOfAlternatives } from '../alternatives.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { Findings, Placed } from '../pack-error.ts';

/** All conditions of a draft as written. */
function conditionsOf(draft: PackDraft): string[] {
  const services = [...draft.services, ...draft.nextServices].flatMap(({ value }) => [
    ...value.inputs,
    ...value.evidence,
    ...conditionsOfAlternatives(value),
  ]);
  const steps = draft.steps.flatMap(({ value }) => (value.kind === 'outside' ? conditionsOfAlternatives(value) : []));
  const situations = draft.situations.flatMap(({ value }) => [...value.triage, ...value.items]);
  return [...services, ...steps, ...situations].flatMap((each) => {
    const uncertain = 'uncertain' in each ? each.uncertain : undefined;
    const causes = 'because' in each ? (each.because ?? []).map(({ when }) => when) : [];
    return [each.when, uncertain, ...causes].filter((condition) => condition !== undefined);
  });
}

function readNames(draft: PackDraft): Set<string> {
  return new Set(
    conditionsOf(draft).flatMap((condition) => {
      const parsed = parse(condition);
      return parsed.ok ? parsed.value.reads : [];
    }),
  );
}

function usedElements(draft: PackDraft): Set<string> {
  const used = new Set<string>();
  for (const { value } of [...draft.services, ...draft.nextServices]) {
    for (const { element } of value.inputs) used.add(element);
    for (const evidence of value.evidence) if (evidence.provider === 'applicant') used.add(evidence.element);
  }
  return used;
}

const unused = (placed: readonly Placed<{ id: string }>[], used: ReadonlySet<string>) =>
  placed.filter(({ value }) => !used.has(value.id));

/** What is defined but leads nowhere: not wrong, but a person would be asked, or would read it, for nothing. */
export function checkUsage(draft: PackDraft, findings: Findings): void {
  const warn = (placed: readonly Placed<unknown>[], what: string, hint: string) => {
    for (const { value, origin } of placed) {
      const { id } = value as { id: string };
      findings.warn(origin, ['id'], { code: `unused-${what}`, message: `the ${what} ${id} is used by nothing`, hint });
    }
  };
  const services = [...draft.services, ...draft.nextServices].map(({ value }) => value);
  const items = draft.situations.flatMap(({ value }) => value.items);
  const elements = usedElements(draft);
  warn(unused(draft.elements, elements), 'element', 'no service asks for it: add it to inputs or remove it');
  const pages = new Set(draft.elements.map(({ value }) => value.page));
  warn(unused(draft.pages, pages), 'page', 'no element stands on it');
  const outputs = new Set([
    ...services.flatMap((service) => [
      ...service.produces,
      ...service.evidence.flatMap((e) => (e.provider === 'output' ? [e.id] : [])),
    ]),
    ...draft.steps.flatMap(({ value }) => [...value.produces, ...value.requires, ...(value.requiresIfPlanned ?? [])]),
  ]);
  warn(unused(draft.outputs, outputs), 'output', 'nothing produces or requires it');
  const steps = new Set(items.flatMap((item) => ('step' in item ? [item.step] : [])));
  warn(unused(draft.steps, steps), 'step', 'no situation contains it');
  const registers = new Set(
    services.flatMap(({ result }) => [result.register ?? [], result.record?.registers ?? []].flat()),
  );
  warn(unused(draft.registers, registers), 'register', 'no service ends in a record of it');

  const read = readNames(draft);
  for (const { value, origin } of draft.situations) {
    for (const [index, question] of value.triage.entries()) {
      if (read.has(`triage.${feelName(question.id)}`)) continue;
      const message = `no condition reads the answer to ${question.id}: a person would be asked for nothing`;
      findings.warn(origin, ['triage', index, 'id'], {
        code: 'unread-question',
        message,
        hint: 'use it in a when, or remove it',
      });
    }
  }
}
