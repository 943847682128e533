import type { Pack } from '../pack/pack.ts';
import {
  authorityNode,
  conceptNodes,
  datasetNodes,
  departmentNodes,
  eventNode,
  outputNode,
  placeNode,
} from './around.ts';
import { context, isReference, type LinkedCatalogue, type LinkedNode, tellingOf } from './context.ts';
import { serviceNodes } from './service.ts';

/**
 * The catalogue as linked data by CPSV-AP 3.2 (SEMIC): public services, who is competent for them, their evidence,
 * outputs, costs, channels, rules and laws, and the events that group them; each thing once. `base` is the city's
 * address without a slash. What the profile asks is held in shapes: `berdem export cpsv-ap DIR --check`.
 */
export function cpsvOf(pack: Pack, base: string): LinkedCatalogue {
  const told = tellingOf(pack, base);
  const nodes = [
    ...datasetNodes(told),
    placeNode(told),
    authorityNode(told),
    ...pack.departments.flatMap((department) => departmentNodes(told, department)),
    ...pack.situations.map((situation) => eventNode(told, situation)),
    ...pack.services.flatMap((service) => serviceNodes(told, service)),
    ...pack.outputs.map((output) => outputNode(told, output)),
    ...conceptNodes(told),
  ];
  return { '@context': context, '@graph': [...new Map(nodes.map((node) => [node['@id'], node])).values()] };
}

/** Leads from what groups services to all of them; told only of the thing that was asked for. */
const downward = ['dct:hasPart', 'cv:hasRelatedService', 'dcat:distribution'];

const indexed = new WeakMap<LinkedCatalogue, ReadonlyMap<string, LinkedNode>>();

/** The things of a catalogue by address; made once. */
function nodesOf(whole: LinkedCatalogue): ReadonlyMap<string, LinkedNode> {
  const known = indexed.get(whole) ?? new Map(whole['@graph'].map((node) => [node['@id'], node]));
  indexed.set(whole, known);
  return known;
}

/**
 * One thing of the catalogue with everything it leads to, so that it can be read (and held against the shapes) alone;
 * undefined where there is no such thing.
 */
export function partOfCatalogue(whole: LinkedCatalogue, id: string): LinkedCatalogue | undefined {
  const byId = nodesOf(whole);
  const found = new Map<string, LinkedNode>();
  const waiting = [id];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = byId.get(next);
    if (node === undefined || found.has(next)) continue;
    const kept = Object.entries(node).filter(([property]) => next === id || !downward.includes(property));
    found.set(next, Object.fromEntries(kept) as LinkedNode);
    waiting.push(
      ...kept.flatMap(([property, value]) => (isReference(property) ? [value as string | string[]].flat() : [])),
    );
  }
  return found.size === 0 ? undefined : { '@context': whole['@context'], '@graph': [...found.values()] };
}
