import { z } from 'zod';
import { ServiceInput } from '#modules/forms/index.ts';
import type { PackDraft } from './pack-draft.ts';
import { didYouMean, type Findings, type Origin, type Placed } from './pack-error.ts';
import { Evidence, Ground, Service, UsualRequest } from './services.ts';
import type { SourcePath } from './source.ts';
import { Condition, type Frozen, PackId } from './words.ts';

const block = PackId.describe('Block of elements/blocks.yaml whose lines of this list stand here.');
const Whole = z.strictObject({ block });
const UnderCondition = z.strictObject({
  block,
  when: Condition.optional().describe('Must hold beside the condition of each line of the block.'),
});

/** `elements/blocks.yaml`: lines that many services share, under one name. */
export const Block = z.strictObject({
  id: PackId,
  inputs: z.array(ServiceInput).min(1).optional().describe('Elements asked for.'),
  evidence: z.array(Evidence).min(1).optional().describe('Documents and outputs.'),
  requests: z.array(UsualRequest).min(1).optional().describe('Requests the officer usually sends.'),
  grounds: z.array(Ground).min(1).optional().describe('Grounds of refusal.'),
});
export type Block = Frozen<z.infer<typeof Block>>;

/** `elements/blocks.yaml`. */
export const Blocks = z.array(Block).describe('Lines that many services share; a service names the block in its list.');

/** A service as its file writes it: a line of a list may stand for a block. */
export const ServiceFile = Service.extend({
  inputs: z.array(z.union([ServiceInput, UnderCondition])).default([]),
  evidence: z.array(z.union([Evidence, UnderCondition])).default([]),
  requests: z.array(z.union([UsualRequest, Whole])).default([]),
  grounds: z
    .array(z.union([Ground, Whole]))
    .min(1)
    .describe('Grounds on which the service itself may be refused.'),
}).describe('One municipal service.');
export type ServiceFile = Frozen<z.infer<typeof ServiceFile>>;

const lists = ['inputs', 'evidence', 'requests', 'grounds'] as const;
type ListName = (typeof lists)[number];
type Line = Readonly<Record<string, unknown>>;
type Written = Readonly<{ line: Line; at: Place }>;
type Place = Readonly<{ origin: Origin; path: SourcePath }>;

const isOr = (condition: string): boolean => /\bor\b/.test(condition);

/** Two conditions of which both must hold; FEEL binds `and` before `or`. */
function both(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return [first, second].map((one) => (isOr(one) ? `(${one})` : one)).join(' and ');
}

function underCondition(line: Line, condition: string | undefined): Line {
  const when = both(condition, line.when as string | undefined);
  return when === undefined ? line : { ...line, when };
}

type Around = Readonly<{ blocks: ReadonlyMap<string, Placed<Block>>; findings: Findings }>;

/** What a line of a list stands for: itself, or the lines of its block, each with where it is written. */
function linesOf(line: Line, place: Place, { list, around }: { list: ListName; around: Around }): Written[] {
  if (typeof line.block !== 'string') return [{ line, at: place }];
  const { blocks, findings } = around;
  const named = blocks.get(line.block);
  const lines = named?.value[list];
  if (named && lines) {
    const condition = typeof line.when === 'string' ? line.when : undefined;
    return lines.map((one, index) => ({
      line: underCondition(one, condition),
      at: { origin: named.origin, path: [list, index] },
    }));
  }
  const message = named ? `the block ${line.block} has no ${list}` : `there is no block ${line.block}`;
  const known = [...blocks.values()].filter(({ value }) => value[list]).map(({ value }) => value.id);
  const hint = didYouMean(line.block, known);
  findings.error(place.origin, [...place.path, 'block'], { code: 'unknown-block', message, hint });
  return [];
}

function unfold({ value, origin }: Placed<ServiceFile>, around: Around): Placed<Service> {
  const written = new Map(
    lists.map((list) => [
      list,
      value[list].flatMap((line, index) => linesOf(line, { origin, path: [list, index] }, { list, around })),
    ]),
  );
  const lead = ([list, index, ...rest]: SourcePath): Place | undefined => {
    // Cases of a term or fee stand in the list that the file writes in its place.
    if (index === 'cases' && list !== undefined) return { origin, path: [list, ...rest] };
    const found = written.get(list as ListName)?.[Number(index)];
    return found && { origin: found.at.origin, path: [...found.at.path, ...rest] };
  };
  const unfolded = Object.fromEntries([...written].map(([list, lines]) => [list, lines.map(({ line }) => line)]));
  // Every line was proven by the schema of its list, in the service or in the block.
  return { value: { ...value, ...unfolded } as unknown as Service, origin: { ...origin, lead } };
}

/** A draft as its files write it. */
export type WrittenDraft = Omit<PackDraft, 'services' | 'nextServices'> &
  Readonly<{ services: readonly Placed<ServiceFile>[]; nextServices: readonly Placed<ServiceFile>[] }>;

function warnUnused({ blocks, services, nextServices }: WrittenDraft, findings: Findings): void {
  const all = [...services, ...nextServices].map(({ value }) => value);
  const named = new Set(
    lists.flatMap((list) =>
      all.flatMap((service) => service[list].flatMap((line) => ('block' in line ? line.block : []))),
    ),
  );
  for (const { value, origin } of blocks) {
    if (named.has(value.id)) continue;
    const message = `the block ${value.id} is used by nothing`;
    findings.warn(origin, ['id'], { code: 'unused-block', message, hint: 'no service names it' });
  }
}

/** The draft with the lines of blocks in place; a block nobody has is an error where it is named. */
export function withBlocks(draft: WrittenDraft, findings: Findings): PackDraft {
  const around = { blocks: new Map(draft.blocks.map((one) => [one.value.id, one])), findings };
  warnUnused(draft, findings);
  return {
    ...draft,
    services: draft.services.map((service) => unfold(service, around)),
    nextServices: draft.nextServices.map((service) => unfold(service, around)),
  };
}
