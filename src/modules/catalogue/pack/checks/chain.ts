import type { PackDraft } from '../pack-draft.ts';
import type { Findings, Origin } from '../pack-error.ts';
import type { SourcePath } from '../source.ts';

/** A service or step as a link of the chain: what it needs, and where that is written. */
type Link = Readonly<{
  id: string;
  origin: Origin;
  produces: readonly string[];
  needs: readonly Readonly<{ output: string; path: SourcePath }>[];
}>;

function linksOf(draft: PackDraft): Link[] {
  const services = draft.services.map(({ value, origin }) => ({
    id: value.id,
    origin,
    produces: value.produces,
    needs: value.evidence.flatMap((evidence, index) =>
      evidence.provider === 'output' ? [{ output: evidence.id, path: ['evidence', index, 'id'] }] : [],
    ),
  }));
  const steps = draft.steps.map(({ value, origin }) => ({
    id: value.id,
    origin,
    produces: value.produces,
    needs: (['requires', 'requiresIfPlanned'] as const).flatMap((list) =>
      (value[list] ?? []).map((output, index) => ({ output, path: [list, index] })),
    ),
  }));
  return [...services, ...steps];
}

type Edge = Readonly<{ from: Link; to: Link; output: string; path: SourcePath }>;

/** A circle of edges that starts and ends at one link, or undefined. Depth first, each link once. */
function circleFrom(edges: ReadonlyMap<string, readonly Edge[]>, start: string): Edge[] | undefined {
  const seen = new Set<string>();
  const search = (id: string, trail: Edge[]): Edge[] | undefined => {
    for (const edge of edges.get(id) ?? []) {
      if (edge.to.id === start) return [...trail, edge];
      if (seen.has(edge.to.id)) continue;
      seen.add(edge.to.id);
      const found = search(edge.to.id, [...trail, edge]);
      if (found) return found;
    }
    return undefined;
  };
  return search(start, []);
}

function reportCircles(links: readonly Link[], edges: readonly Edge[], findings: Findings): void {
  const byStart = Map.groupBy(edges, ({ from }) => from.id);
  const reported = new Set<string>();
  for (const { id } of links) {
    const circle = reported.has(id) ? undefined : circleFrom(byStart, id);
    if (!circle) continue;
    for (const { from } of circle) reported.add(from.id);
    const named = circle.map(({ from, output }) => `${from.id} —${output}→`).join(' ');
    const closing = circle.at(-1);
    if (!closing) continue;
    const message = `these wait for each other and none could ever start: ${named} ${id}`;
    findings.error(closing.to.origin, closing.path, {
      code: 'cycle',
      message,
      hint: 'one of them must not require the output of the next',
    });
  }
}

/** Outputs lead from services and steps to those that need them: each has a producer, and no chain bites its tail. */
export function checkChain(draft: PackDraft, findings: Findings): void {
  const links = linksOf(draft);
  const known = new Set(draft.outputs.map(({ value }) => value.id));
  const producers = new Map<string, Link[]>();
  for (const link of links)
    for (const output of link.produces) producers.set(output, [...(producers.get(output) ?? []), link]);
  const edges: Edge[] = [];
  for (const to of links) {
    for (const { output, path } of to.needs) {
      const makers = producers.get(output) ?? [];
      if (makers.length === 0 && known.has(output)) {
        const message = `nothing produces ${output}, so ${to.id} could never get it`;
        findings.error(to.origin, path, {
          code: 'nobody-produces',
          message,
          hint: `add it to produces of a service or step, or let the applicant bring it`,
        });
      }
      // A service that changes a document needs the old one and gives the new one: that is no circle between services.
      for (const from of makers) if (from.id !== to.id) edges.push({ from, to, output, path });
    }
  }
  reportCircles(links, edges, findings);
}
