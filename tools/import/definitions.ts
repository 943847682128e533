import { guessDefinition } from './missing-definitions.ts';
import type { Note } from './shape.ts';
import { isObject, type JsonObject, type SourceFile } from './source-folder.ts';

/** Chains longer than any sensible one; longer is a circle that changes its form. */
const longestChain = 50;

const withoutEnding = (path: string): string => path.replace(/\.json$/, '');
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** How many last steps two paths share: which of several files of one name is meant. */
function sharedEnd(left: string, right: string): number {
  const [one, other] = [left.split('/').reverse(), right.split('/').reverse()];
  const first = one.findIndex((step, index) => step !== other[index]);
  return first === -1 ? one.length : first;
}

/** How many steps of a path another one has, wherever they stand. */
const sharedSteps = (left: string, right: string): number => {
  const steps = new Set(right.split('/'));
  return left.split('/').filter((step) => steps.has(step)).length;
};

/** The files a `$ref` may name. */
export class Definitions {
  private readonly byName: ReadonlyMap<string, readonly SourceFile[]>;
  /** What each reference that leads nowhere was taken for. */
  readonly missing = new Map<string, { takenAs: string; times: number }>();

  constructor(files: readonly SourceFile[]) {
    this.byName = Map.groupBy(files, ({ name }) => name.toLowerCase());
  }

  /** The file whose path ends as the address does; else the one of that name nearest to it. */
  private find(address: string): { found: SourceFile; exact: boolean } | undefined {
    const wanted = withoutEnding(
      address
        .replace(/^[a-z]+:\/\/[^/]*/i, '')
        .replace(/[#?].*$/, '')
        .replace(/^\/+/, ''),
    );
    const named = this.byName.get(lastOf(wanted).toLowerCase()) ?? [];
    const rank = ({ file }: SourceFile) => sharedEnd(wanted, withoutEnding(file)) * 100 + sharedSteps(wanted, file);
    // A definition before a form of the same name, and the shorter path of equals.
    const [found] = named.toSorted(
      (left, right) =>
        rank(right) - rank(left) ||
        Number(left.kind !== 'definitions') - Number(right.kind !== 'definitions') ||
        left.file.length - right.file.length,
    );
    if (!found) return undefined;
    return { found, exact: sharedEnd(wanted, withoutEnding(found.file)) === wanted.split('/').length };
  }

  private noteMissing(address: string, takenAs: string, notes: Note[]): void {
    const { times } = this.missing.get(address) ?? { times: 0 };
    this.missing.set(address, { takenAs, times: times + 1 });
    notes.push({ kind: 'guessed', text: `$ref ${address} leads nowhere: taken as ${takenAs}` });
  }

  private target(address: string, notes: Note[]): { node: JsonObject; path: string } {
    const [, pointer] = address.split('#');
    const hit = this.find(address);
    const inside = hit?.found.schema;
    const node = inside && pointer ? at(inside, pointer) : inside;
    const path = hit ? `${withoutEnding(hit.found.file)}${pointer ?? ''}` : address;
    if (node) {
      if (hit && !hit.exact) this.noteMissing(address, `the definition in ${hit.found.file}`, notes);
      return { node, path };
    }
    const { what, schema } = guessDefinition(lastOf(withoutEnding(address)));
    this.noteMissing(address, what, notes);
    return { node: schema, path: address };
  }

  /** The node and everything its `$ref`s lead to, nearest first. A circle ends the chain and is noted. */
  follow(node: JsonObject, notes: Note[]): { chain: JsonObject[]; paths: string[] } {
    const chain = [node];
    const paths: string[] = [];
    let current = node;
    while (typeof current.$ref === 'string' && chain.length < longestChain) {
      const { node: next, path } = this.target(current.$ref, notes);
      if (chain.includes(next)) {
        const text = `the $refs go in a circle (${[...paths, path].map(lastOf).join(' → ')}): taken as a text`;
        notes.push({ kind: 'guessed', text });
        break;
      }
      chain.push(next);
      paths.push(path);
      current = next;
    }
    return { chain, paths };
  }
}

/** The part of a schema a JSON pointer leads to. */
function at(root: JsonObject, pointer: string): JsonObject | undefined {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const found = steps.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), root);
  return isObject(found) ? found : undefined;
}
