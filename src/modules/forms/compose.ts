import type { Localized } from '#kernel/language.ts';
import { feelContext, isTrue, type RuleContext, type Truth } from '#modules/rules/index.ts';
import type { Answers } from './answers.ts';
import type { Element } from './element.ts';
import { type KnownFacts, knownValues, type Prefill, prefill } from './prefill.ts';
import { type Asking, type FormSource, type PreparedElement, prepareForms } from './prepare.ts';

/** A question of the form. It stands there because at least one service asks it under the answers given so far. */
export type Question = Readonly<{
  element: Element;
  required: boolean;
  /** Ids of the services that ask it, in the order of the plan. */
  askedBy: readonly string[];
  prefill?: Prefill;
}>;

/** A page with at least one question. */
export type FormPage = Readonly<{
  id: string;
  title: Localized;
  lead?: Localized | undefined;
  questions: readonly Question[];
}>;

/** A service the form is for. `check`: an officer will say whether it is needed, so it makes no answer compulsory. */
type AskingService = Readonly<{ id: string; name: Localized; status: 'needed' | 'check' }>;

/** The one form of an application, under the answers given so far. */
export type Form = Readonly<{
  /** Version of the pack it is composed from. */
  version: string;
  pages: readonly FormPage[];
  services: readonly AskingService[];
  /** Elements that a service may ask under other answers. They are nowhere in `pages`, and their answers do not count. */
  hidden: readonly string[];
  /** How often the services would ask if each had its own form. */
  askings: number;
  /** How many of these the one form saves. */
  askedOnceSavings: number;
}>;

/** A line of the plan, as far as forms read it. Lines without a service ask nothing. */
export type FormItem = Readonly<{ serviceId?: string | undefined; status: 'needed' | 'check' }>;

/** What conditions and prefilling read. `triage` and `answers` are keyed by the pack's ids. */
export type FormContext = Readonly<{
  triage?: Readonly<Record<string, unknown>>;
  answers: Answers;
  /** Spatial facts as FEEL reads them: codes and numbers. */
  place?: Readonly<Record<string, unknown>> | undefined;
  applicant?: Readonly<Record<string, unknown>> | undefined;
  known?: KnownFacts | undefined;
}>;

/** A form as a function of the answers: pages and questions come and go with them. */
export type FormAt = (answers: Answers) => Form;

/**
 * The form for a plan's services: every element once, in the order of the pack's pages, if some service asks it.
 * A condition that is false, or depends on an answer not given yet, hides the question; the answer to a hidden question
 * is not read by other conditions either.
 */
export function compose(source: FormSource, items: readonly FormItem[], context: FormContext): Form {
  const prepared = prepareForms(source);
  const statuses = new Map(items.flatMap((item) => (item.serviceId ? [[item.serviceId, item.status] as const] : [])));
  const order = [...statuses.keys()];
  const decisions = decide(prepared.decidable, statuses, context);
  const valueFrom = knownValues(context.known ?? {});

  const questionOf = ({ element }: PreparedElement): Question[] => {
    const asking = decisions.shown.get(element);
    if (asking === undefined) return [];
    const required = asking.some((one) => one.required && statuses.get(one.serviceId) === 'needed');
    const known = prefill(element, valueFrom);
    const askedBy = inOrder(asking, order);
    return [known === undefined ? { element, required, askedBy } : { element, required, askedBy, prefill: known }];
  };
  const pages = source.pages.flatMap(({ id, title, lead }): FormPage[] => {
    const questions = (prepared.byPage.get(id) ?? []).flatMap(questionOf);
    return questions.length === 0 ? [] : [{ id, title, lead, questions }];
  });
  const services = order.flatMap((id): AskingService[] => {
    const name = prepared.serviceNames.get(id);
    return name === undefined ? [] : [{ id, name, status: statuses.get(id) ?? 'check' }];
  });
  const asked = pages.flatMap((page) => page.questions.map((question) => question.askedBy.length));
  const askings = asked.reduce((sum, count) => sum + count, 0);
  return {
    version: source.city.version,
    pages,
    services,
    hidden: decisions.hidden,
    askings,
    askedOnceSavings: askings - asked.length,
  };
}

/** Ids of the services that ask, in the order of the plan. Most questions are asked by one. */
function inOrder(asking: readonly Asking[], order: readonly string[]): readonly string[] {
  const [first, second] = asking;
  if (first !== undefined && second === undefined) return [first.serviceId];
  const services = new Set(asking.map(({ serviceId }) => serviceId));
  return order.filter((id) => services.has(id));
}

/** The form as a function of the answers, for reading a page that may change what it asks. */
export function formAt(source: FormSource, items: readonly FormItem[], context: Omit<FormContext, 'answers'>): FormAt {
  return (answers) => compose(source, items, { ...context, answers });
}

/** For each element that the services may ask: who asks it now, or that nobody does. */
function decide(
  elements: readonly PreparedElement[],
  statuses: ReadonlyMap<string, unknown>,
  context: FormContext,
): { shown: ReadonlyMap<Element, readonly Asking[]>; hidden: readonly string[] } {
  const shown = new Map<Element, readonly Asking[]>();
  const hidden: string[] = [];
  const answers: Record<string, unknown> = {};
  const rules: RuleContext = {
    ...feelContext({ triage: context.triage ?? {} }),
    place: context.place ?? {},
    applicant: context.applicant ?? {},
    answers,
  };
  const decided = new Map<string, Truth>();
  // A name is final once a condition reads it (elements come in order of reading), so a condition is decided once.
  const holds = (condition: string): boolean => {
    const truth = decided.get(condition) ?? isTrue(condition, rules);
    decided.set(condition, truth);
    return truth === 'yes';
  };
  for (const { element, path, askings } of elements) {
    const possible = askings.filter(({ serviceId }) => statuses.has(serviceId));
    if (possible.length === 0) continue;
    const asking = possible.filter(({ when }) => when === undefined || holds(when));
    if (asking.length === 0) {
      hidden.push(element.id);
      continue;
    }
    shown.set(element, asking);
    put(answers, path, context.answers[element.id]);
  }
  return { shown, hidden };
}

/** Puts an answer where FEEL reads it; an empty one stays missing. */
function put(answers: Record<string, unknown>, path: readonly string[], value: unknown): void {
  if (value === undefined || value === null) return;
  let group = answers;
  for (const part of path.slice(0, -1)) {
    group[part] ??= {};
    group = group[part] as Record<string, unknown>;
  }
  group[path.at(-1) ?? ''] = value;
}
