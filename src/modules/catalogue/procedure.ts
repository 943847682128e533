import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { type Link, linkTo } from './describe-service.ts';
import { indexPack, type PackIndex } from './pack/index-pack.ts';
import type { Pack } from './pack/pack.ts';
import type { Service, Step } from './pack/services.ts';

/** What is done in a step; the text of the page names it, `subjects` what it is done with. */
export type ProcedureStepKind =
  | 'file'
  | 'await'
  | 'intake'
  | 'rejected'
  | 'request'
  | 'fetch'
  | 'draft'
  | 'sign'
  | 'result'
  | 'record';

/** Who works: the applicant, the department that decides, or others, several at once where they are asked together. */
export type Performer =
  | Readonly<{ kind: 'applicant' }>
  | Readonly<{ kind: 'department'; who: Link }>
  | Readonly<{ kind: 'others'; who: readonly Link[] }>
  | Readonly<{ kind: 'district' }>;

/** One step on the way of a case through a service. */
export type ProcedureStep = Readonly<{
  /** Unique in the procedure: `request network-owners`. */
  key: string;
  kind: ProcedureStepKind;
  performer: Performer;
  /** What is asked for, awaited or given. */
  subjects: readonly Localized[];
  /** The conditions in FEEL under which it happens; empty: always. */
  conditions: readonly string[];
  /** Its own term, inside the term of the service. */
  term: Term | undefined;
  /** Keys of the steps that must end first. */
  after: readonly string[];
}>;

/**
 * The way of a case through a service, from filing to the record, in order. The machine of cases is the same for every
 * service (intake check, decision, signature by a second person); what others are asked and how long they have is the
 * service's own. Throws `catalogue/unknown-service`.
 */
export function procedureOf(pack: Pack, serviceId: string): ProcedureStep[] {
  const index = indexPack(pack);
  const service = index.services.get(serviceId);
  if (service === undefined) throw new Problem('catalogue/unknown-service', { service: serviceId });
  const department: Performer = { kind: 'department', who: bodyOf(service.department, index) };
  const applicant: Performer = { kind: 'applicant' };
  const awaited = awaitedBy(service, index);
  const asked = [...fetchedFor(service, index), ...requestsOf(service, index)];
  const step = (kind: ProcedureStepKind, performer: Performer, after: readonly string[]): ProcedureStep => ({
    key: kind,
    kind,
    performer,
    subjects: [],
    conditions: [],
    term: undefined,
    after,
  });
  const { document, register } = service.result;
  return [
    step('file', applicant, []),
    ...awaited,
    step('intake', department, awaited.length > 0 ? keysOf(awaited) : ['file']),
    step('rejected', applicant, ['intake']),
    ...asked,
    step('draft', department, asked.length > 0 ? keysOf(asked) : ['intake']),
    step('sign', department, ['draft']),
    { ...step('result', applicant, ['sign']), subjects: [document] },
    ...(register === undefined
      ? []
      : [{ ...step('record', department, ['sign']), subjects: [linkTo(index.registers, register).name] }]),
  ];
}

const keysOf = (steps: readonly ProcedureStep[]): string[] => steps.map(({ key }) => key);

/** Results of other services and steps that the case waits for, one step for each who gives them. */
function awaitedBy(service: Service, index: PackIndex): ProcedureStep[] {
  const outputs = service.evidence.filter(({ provider }) => provider === 'output');
  const byMaker = Map.groupBy(outputs, ({ id }) => makerOf(id, index));
  return [...byMaker].map(([maker, ofMaker]) => ({
    key: `await ${maker}`,
    kind: 'await',
    performer: maker === 'applicant' ? { kind: 'applicant' } : performerOf([maker], service, index),
    subjects: [...new Set(ofMaker.map(({ id }) => id))].map((id) => linkTo(index.outputs, id).name),
    // A result is awaited only where the same application asks for it; one that may be missing is not waited for.
    conditions: conditionsOf(ofMaker),
    term: undefined,
    after: ['file'],
  }));
}

/** The department or agency that gives an output, or the applicant whose own work it is. */
function makerOf(output: string, index: PackIndex): string {
  const [maker = ''] = index.producers.get(output) ?? [];
  const step: Step | undefined = index.steps.get(maker);
  return index.services.get(maker)?.department ?? (step?.kind === 'outside' ? step.agency : 'applicant');
}

/** Papers that the city gets itself, one step for each who holds them. */
function fetchedFor(service: Service, index: PackIndex): ProcedureStep[] {
  const papers = service.evidence.flatMap((paper) => (paper.provider === 'agency' ? [paper] : []));
  return [...Map.groupBy(papers, ({ from }) => from)].map(([from, ofHolder]) => ({
    key: `fetch ${from}`,
    kind: 'fetch',
    performer: performerOf([from], service, index),
    subjects: ofHolder.map(({ name }) => name),
    conditions: conditionsOf(ofHolder),
    term: undefined,
    after: ['intake'],
  }));
}

/** The conditions of things that come together; none where one of them always comes. */
function conditionsOf(things: readonly Readonly<{ when?: string | undefined }>[]): string[] {
  const conditions = things.flatMap(({ when }) => when ?? []);
  return conditions.length < things.length ? [] : [...new Set(conditions)];
}

function requestsOf(service: Service, index: PackIndex): ProcedureStep[] {
  return service.requests.map(({ id, to, name, term }) => ({
    key: `request ${id}`,
    kind: 'request',
    performer: to === 'district' ? { kind: 'district' } : performerOf(to, service, index),
    subjects: [name],
    conditions: [],
    term,
    after: ['intake'],
  }));
}

/** A department or agency under the short name people know it by. */
const bodyOf = (id: string, index: PackIndex): Link => {
  const short = index.departments.get(id)?.short;
  return short === undefined ? linkTo(index.departments, id) : { id, name: short };
};

/** A department that asks itself works in its own lane. */
function performerOf(ids: readonly string[], service: Service, index: PackIndex): Performer {
  const who = ids.map((id) => bodyOf(id, index));
  const [first] = who;
  const isOwn = ids.length === 1 && first?.id === service.department;
  return isOwn ? { kind: 'department', who: first } : { kind: 'others', who };
}
