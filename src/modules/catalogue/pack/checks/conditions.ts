import { type Expression, evaluate, feelContext, feelName, parse, type RuleContext } from '#modules/rules/index.ts';
import { conditionsOfAlternatives } from '../alternatives.ts';
import type { PackDraft } from '../pack-draft.ts';
import { didYouMean, type Findings, type Origin, type Placed } from '../pack-error.ts';
import type { Service, Step } from '../services.ts';
import type { Situation } from '../situations.ts';
import type { SourcePath } from '../source.ts';
import { namesOfServices, namesOfSituation, type ReadableNames } from './names.ts';

type Place = Readonly<{ origin: Origin; path: SourcePath }>;

/** Functions whose value changes from day to day: the same application would be judged differently tomorrow. */
const clockFunctions = new Set(['today', 'now']);

/** Functions of FEEL that conditions of a city use: offered where one is misspelt. */
const usualFunctions = [
  'contains',
  'count',
  'list contains',
  'lower case',
  'matches',
  'not',
  'starts with',
  'string length',
];

/** A context in which every name has a value of its kind. */
function sampleContext(names: ReadableNames): RuleContext {
  const parts: Record<string, Record<string, unknown>> = {};
  for (const [name, { sample }] of names) {
    const [root = '', ...rest] = name.split('.');
    parts[root] ??= {};
    parts[root][rest.join('.')] = sample;
  }
  return feelContext(parts);
}

class Conditions {
  private readonly names: ReadableNames;
  private readonly sample: RuleContext;
  private readonly findings: Findings;

  constructor(names: ReadableNames, findings: Findings) {
    this.names = names;
    this.sample = sampleContext(names);
    this.findings = findings;
  }

  /** Checks one condition; returns the names it reads. */
  check(source: string | undefined, { origin, path }: Place): readonly string[] {
    if (source === undefined) return [];
    const parsed = parse(source);
    if (!parsed.ok) {
      const { message, from } = parsed.error;
      const hint = 'FEEL: = and != compare, and/or/not(…) join, texts stand in double quotes';
      this.findings.error(origin, path, { code: 'not-feel', message: `not FEEL: ${message}`, hint, offset: from });
      return [];
    }
    const before = this.findings.found.length;
    this.checkNames(parsed.value, { origin, path });
    if (this.findings.found.length === before) this.tryOut(parsed.value, { origin, path });
    return parsed.value.reads;
  }

  private checkNames(expression: Expression, { origin, path }: Place): void {
    for (const name of expression.reads) {
      if (this.names.has(name)) continue;
      const offset = Math.max(0, expression.source.indexOf(name));
      this.findings.error(origin, path, {
        code: 'unknown-name',
        message: `nothing is called ${name}`,
        hint: this.meant(name),
        offset,
      });
    }
    for (const name of expression.functions) {
      if (clockFunctions.has(name)) {
        const hint = 'let the applicant answer a date, or use a term';
        this.findings.error(origin, path, {
          code: 'reads-the-clock',
          message: `a condition may not ask ${name}()`,
          hint,
        });
      }
    }
    for (const { name, texts } of expression.comparisons) {
      for (const text of texts) this.checkText({ name, text, source: expression.source }, { origin, path });
    }
  }

  private checkText(
    { name, text, source }: { name: string; text: string; source: string },
    { origin, path }: Place,
  ): void {
    const readable = this.names.get(name);
    const offset = Math.max(0, source.indexOf(`"${text}"`));
    if (['number', 'boolean'].includes(typeof readable?.sample)) {
      const message = `${name} is a ${typeof readable?.sample} and is compared with the text "${text}"`;
      this.findings.error(origin, path, {
        code: 'undecidable',
        message,
        hint: 'numbers, true and false stand without quotes',
        offset,
      });
    } else if (readable?.texts && !readable.texts.includes(text)) {
      const hint = didYouMean(text, readable.texts);
      this.findings.error(origin, path, { code: 'unknown-value', message: `${name} is never "${text}"`, hint, offset });
    }
  }

  private meant(name: string): string {
    const [root = ''] = name.split('.');
    const siblings = [...this.names.keys()].filter((known) => known.startsWith(`${root}.`));
    return siblings.length > 0
      ? didYouMean(name, siblings)
      : 'names begin with triage., answers., place. or applicant.';
  }

  /** With every answer there, each part of a condition must come out true or false. */
  private tryOut(expression: Expression, { origin, path }: Place): void {
    for (const { from, to } of expression.atoms) {
      const part = expression.source.slice(from, to);
      const { value, warnings } = evaluate(part, this.sample);
      if (typeof value === 'boolean' && warnings.length === 0) continue;
      const unknown = /^Variable '(.+)' not found/.exec(warnings[0] ?? '')?.[1];
      if (unknown !== undefined) {
        const hint = didYouMean(unknown, usualFunctions);
        this.findings.error(origin, path, {
          code: 'unknown-name',
          message: `FEEL has no ${unknown}`,
          hint,
          offset: from,
        });
        continue;
      }
      const why =
        warnings[0] ?? (value === null ? 'it compares values of different kinds' : `it gives ${JSON.stringify(value)}`);
      const message = `“${part}” is neither true nor false even when everything is answered: ${why}`;
      this.findings.error(origin, path, {
        code: 'undecidable',
        message,
        hint: 'compare texts with texts, numbers with numbers',
        offset: from,
      });
    }
  }
}

function checkService({ value, origin }: Placed<Service>, conditions: Conditions, findings: Findings): void {
  const asked = new Set(value.inputs.map(({ element }) => `answers.${feelName(element)}`));
  const listed = (['inputs', 'evidence'] as const).flatMap((list) =>
    value[list].map(({ when }, index) => ({ when, path: [list, index, 'when'] })),
  );
  for (const { when, path } of [...listed, ...conditionsOfAlternatives(value)]) {
    const unasked = conditions
      .check(when, { origin, path })
      .find((name) => name.startsWith('answers.') && !asked.has(name));
    if (unasked === undefined) continue;
    const message = `${value.id} reads ${unasked} but does not ask for it: filed alone, this stays undecided`;
    findings.warn(origin, path, { code: 'reads-unasked', message, hint: 'add the element to inputs' });
  }
}

/** A step stands in situations beside services, so it may read what they may. */
function checkStep({ value, origin }: Placed<Step>, conditions: Conditions): void {
  if (value.kind !== 'outside') return;
  for (const { when, path } of conditionsOfAlternatives(value)) conditions.check(when, { origin, path });
}

function checkSituation({ value, origin }: Placed<Situation>, conditions: Conditions, findings: Findings): void {
  const answered = new Set<string>();
  for (const [index, { id, when }] of value.triage.entries()) {
    const path = ['triage', index, 'when'];
    const later = conditions
      .check(when, { origin, path })
      .find((name) => name.startsWith('triage.') && !answered.has(name));
    if (later !== undefined) {
      const message = `the question ${id} depends on ${later}, which is asked later`;
      findings.error(origin, path, { code: 'asked-later', message, hint: 'move the question it depends on before it' });
    }
    answered.add(`triage.${feelName(id)}`);
  }
  for (const [index, item] of value.items.entries()) {
    const causes = (item.because ?? []).map(({ when }, place) => [when, ['because', place, 'when']] as const);
    for (const [source, at] of [[item.when, ['when']], [item.uncertain, ['uncertain']], ...causes] as const) {
      const path = ['items', index, ...at];
      const early = conditions.check(source, { origin, path }).find((name) => name.startsWith('answers.'));
      if (early === undefined) continue;
      const message = `${early} is answered in the form, after the plan is made: the item would always be "check"`;
      findings.warn(origin, path, { code: 'answered-later', message, hint: 'ask it as a triage question' });
    }
  }
}

/** Every condition is FEEL, reads names that exist, compares them with values they can have, and can be decided. */
export function checkConditions(draft: PackDraft, findings: Findings): void {
  const forServices = new Conditions(namesOfServices(draft), findings);
  for (const service of [...draft.services, ...draft.nextServices]) checkService(service, forServices, findings);
  for (const step of draft.steps) checkStep(step, forServices);
  for (const situation of draft.situations) {
    checkSituation(situation, new Conditions(namesOfSituation(draft, situation.value), findings), findings);
  }
}
