import { parseExpression } from 'feelin';
import { parse } from './expression.ts';

/** How a value is compared: FEEL's signs, `in` for one of several, `contains` for a list that has it. */
export type Comparing = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains';
type Literal = string | number | boolean | null;

/** A condition taken apart, so that it can be said in words. `formula`: what can only be shown as it is written. */
export type Condition =
  | Readonly<{ kind: 'all' | 'any'; of: readonly Condition[] }>
  | Readonly<{ kind: 'not'; of: Condition }>
  | Readonly<{ kind: 'compare'; name: string; by: Comparing; values: readonly Literal[] }>
  | Readonly<{ kind: 'formula'; source: string }>;

type Node = ReturnType<typeof parseExpression>['topNode'];

const signs: readonly string[] = ['=', '!=', '<', '<=', '>', '>='];
const opposite: Readonly<Record<string, Comparing>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
const isSign = (text: string): text is Comparing => signs.includes(text);

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/** Takes a condition apart. What is not FEEL, or says more than comparisons can, is one formula. */
export function readCondition(source: string): Condition {
  if (!parse(source).ok) return { kind: 'formula', source };
  return read(parseExpression(source, {}, undefined).topNode, source);
}

function read(node: Node, source: string): Condition {
  const parts = childrenOf(node).filter(({ name }) => name !== '(' && name !== ')');
  const text = source.slice(node.from, node.to);
  const formula: Condition = { kind: 'formula', source: text };
  const [first] = parts;
  if (first === undefined) return formula;
  if (node.name === 'Expression' || node.name === 'ParenthesizedExpression') return read(first, source);
  if (node.name === 'Conjunction' || node.name === 'Disjunction') return joined(node, parts, source);
  if (node.name === 'FunctionInvocation') return called(parts, source) ?? formula;
  if (node.name === 'Comparison') return compared(parts, source) ?? formula;
  const name = nameOf(node, source);
  return name === undefined ? formula : { kind: 'compare', name, by: '=', values: [true] };
}

/** `a and (b and c)` reads as three. */
function joined(node: Node, parts: readonly Node[], source: string): Condition {
  const kind = node.name === 'Conjunction' ? 'all' : 'any';
  const apart = parts.filter(({ name }) => name !== 'and' && name !== 'or').map((part) => read(part, source));
  const flat = apart.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const of = kind === 'any' ? oneOfSeveral(flat) : withoutRepeats(flat);
  const [only] = of;
  return only !== undefined && of.length === 1 ? only : { kind, of };
}

type Compare = Extract<Condition, { kind: 'compare' }>;

const isSame = (condition: Condition): condition is Compare =>
  condition.kind === 'compare' && (condition.by === '=' || condition.by === 'in') && !condition.values.includes(null);

/** `a = 1 or a = 2` reads as `a in (1, 2)`. */
function oneOfSeveral(conditions: readonly Condition[]): Condition[] {
  const found: Condition[] = [];
  for (const next of conditions) {
    const at = found.findIndex((known) => isSame(known) && isSame(next) && known.name === next.name);
    const known = found[at];
    if (known !== undefined && isSame(known) && isSame(next)) {
      found[at] = { ...known, by: 'in', values: [...known.values, ...next.values] };
    } else found.push(next);
  }
  return found;
}

/** `a != null and a = 1`: that there is an answer is said by what it is. */
function withoutRepeats(conditions: readonly Condition[]): Condition[] {
  const known = new Set(conditions.filter(isSame).map(({ name }) => name));
  const isSaid = (one: Condition) =>
    one.kind === 'compare' && one.by === '!=' && one.values[0] === null && known.has(one.name);
  return conditions.filter((one) => !isSaid(one));
}

function called([callee, list]: readonly Node[], source: string): Condition | undefined {
  const parameters = list === undefined ? [] : childrenOf(list).filter(({ name }) => name !== ',');
  const name = callee && source.slice(callee.from, callee.to).replace(/\s+/g, ' ');
  const [first, second] = parameters;
  if (name === 'not' && first !== undefined && second === undefined) return { kind: 'not', of: read(first, source) };
  if (name !== 'list contains' || first === undefined || second === undefined) return undefined;
  const [whole, values] = [nameOf(first, source), valuesOf(second, source)];
  return whole === undefined || values === undefined
    ? undefined
    : { kind: 'compare', name: whole, by: 'contains', values };
}

function compared(parts: readonly Node[], source: string): Condition | undefined {
  const [left, sign, right] = parts;
  if (left === undefined || sign === undefined || right === undefined) return undefined;
  const by = source.slice(sign.from, sign.to);
  const [name, values] = [nameOf(left, source), valuesOf(right, source)];
  if (name !== undefined && values !== undefined && (isSign(by) || by === 'in')) {
    return { kind: 'compare', name, by: by === 'in' ? 'in' : by, values };
  }
  // `10 < place.area` says the same the other way round.
  const [turned, before, after] = [opposite[by], valuesOf(left, source), nameOf(right, source)];
  return turned === undefined || before === undefined || after === undefined
    ? undefined
    : { kind: 'compare', name: after, by: turned, values: before };
}

function nameOf(node: Node, source: string): string | undefined {
  const isName = node.name === 'VariableName' || node.name === 'PathExpression';
  return isName ? source.slice(node.from, node.to).replace(/\s+/g, '') : undefined;
}

const literals: Readonly<Record<string, (text: string) => Literal>> = {
  StringLiteral: (text) => text.slice(1, -1),
  NumericLiteral: Number,
  BooleanLiteral: (text) => text === 'true',
  null: () => null,
};

const wrappers = new Set(['PositiveUnaryTests', 'PositiveUnaryTest', 'SimplePositiveUnaryTest', 'List']);
const brackets = new Set(['[', ']', '(', ')', ',']);

/** Literals below a node; undefined if anything else stands there too. */
function valuesOf(node: Node, source: string): readonly Literal[] | undefined {
  const read = literals[node.name];
  if (read !== undefined) return [read(source.slice(node.from, node.to))];
  if (!wrappers.has(node.name)) return undefined;
  const parts = childrenOf(node)
    .filter(({ name }) => !brackets.has(name))
    .map((part) => valuesOf(part, source));
  const known = parts.flatMap((part) => part ?? []);
  return parts.includes(undefined) ? undefined : known;
}
