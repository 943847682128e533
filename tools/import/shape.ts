import type { Definitions } from './definitions.ts';
import { isObject, type JsonObject } from './source-folder.ts';
import { tidy } from './words.ts';

/** Something worth a line of the report. `lost` is what the pack has no place for. */
export type Note = Readonly<{ kind: 'guessed' | 'lost'; text: string }>;

/** A node of a schema with its chain of `$ref` followed; what stands nearer to the form wins. */
export type Shape = Readonly<{
  keywords: JsonObject;
  /** Paths of the definitions on the chain, nearest first. */
  definitions: readonly string[];
  label: string | undefined;
  hint: string | undefined;
  notes: readonly Note[];
}>;

/** A description this short names the thing; a longer one explains it. */
const nameLength = 80;

/** Keywords of JSON Schema (draft 4 to 7) and of the system that the import reads or may leave aside without loss. */
const known = new Set(
  [
    '$schema $id id $ref $comment title description type format enum enumNames const items properties required require',
    'pattern minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems uniqueItems',
    'additionalProperties additionalItems default examples config registry_key allOf oneOf anyOf dependencies definitions',
    'readOnly unit',
  ].flatMap((line) => line.split(' ')),
);

const followed = (node: JsonObject, ...keys: string[]): JsonObject[] =>
  keys.flatMap((key) => (Array.isArray(node[key]) ? node[key] : [])).filter(isObject);

/** Properties of all nodes side by side; those of an alternative (`oneOf`) are there but not required. */
function merged(nodes: readonly JsonObject[]): JsonObject {
  const inward = nodes.toReversed();
  const properties = inward.map((node) => node.properties).filter(isObject);
  const joined: Record<string, unknown> = Object.assign({}, ...inward);
  return properties.length > 0 ? { ...joined, properties: Object.assign({}, ...properties) } : joined;
}

function namesOf(chain: readonly JsonObject[]): { label: string | undefined; hint: string | undefined } {
  for (const [depth, node] of chain.entries()) {
    const title = tidy(node.title);
    const description = tidy(node.description);
    const hint = chain.slice(0, depth + 1).map((each) => tidy(each.description));
    if (title) return { label: title, hint: hint.find((text) => text !== undefined && text !== title) };
    // A blank title says that the name of the group above is enough.
    if (typeof node.title === 'string') return { label: undefined, hint: description };
    if (description && description.length <= nameLength)
      return { label: description, hint: hint.find((text) => text !== undefined && text !== description) };
  }
  return { label: undefined, hint: chain.map((node) => tidy(node.description)).find((text) => text !== undefined) };
}

/** Parts of the chain that stand under `allOf` or among alternatives. */
function alternatives(node: JsonObject, definitions: Definitions, notes: Note[]): JsonObject[] {
  const parts = followed(node, 'allOf').map((part) => shapeOf(part, definitions));
  const choices = followed(node, 'oneOf', 'anyOf').map((part) => shapeOf(part, definitions));
  notes.push(...[...parts, ...choices].flatMap((part) => part.notes));
  const optional = choices
    .filter(({ keywords }) => keywords.type !== 'null')
    .map(({ keywords: { required: _, ...keywords } }) => keywords);
  if (optional.length > 1)
    notes.push({ kind: 'guessed', text: 'alternatives (oneOf, anyOf) are asked together, none is required' });
  return [...parts.map(({ keywords }) => keywords), ...optional];
}

/** Reads a node: follows `$ref`, joins `allOf` and alternatives, finds its name, notes what is not understood. */
export function shapeOf(node: unknown, definitions: Definitions): Shape {
  const notes: Note[] = [];
  if (!isObject(node)) {
    notes.push({ kind: 'guessed', text: `the schema is ${JSON.stringify(node)}: taken as a text` });
    return { keywords: { type: 'string' }, definitions: [], label: undefined, hint: undefined, notes };
  }
  const { chain, paths } = definitions.follow(node, notes);
  const parts = chain.flatMap((each) => [each, ...alternatives(each, definitions, notes)]);
  for (const key of new Set(chain.flatMap((each) => Object.keys(each)))) {
    if (!known.has(key)) notes.push({ kind: 'lost', text: `the keyword ${key} is not known: left out` });
  }
  return { keywords: merged(parts), definitions: paths, ...namesOf(chain), notes };
}
