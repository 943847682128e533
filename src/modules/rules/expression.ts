import { evaluate as evaluateFeel, type FeelFunction, isFunction, parseExpression } from 'feelin';
import { failed, ok, type Result } from '#kernel/result.ts';

/** Why an expression is not FEEL, and where (character offsets in the expression). */
export type ExpressionFault = Readonly<{ message: string; from: number; to: number }>;

/** `read = "text"`, `read != "text"` or `read in ("text", …)`: what a check of misspelt values needs. */
export type TextComparison = Readonly<{ name: string; texts: readonly string[] }>;

/** A part of a condition that is true or false as a whole: anything but `and`, `or`, `not` and brackets. */
export type Atom = Readonly<{ from: number; to: number; reads: readonly string[]; asksForAbsence: boolean }>;

/** A parsed expression and what it reads. */
export type Expression = Readonly<{
  source: string;
  /** Full names read, in order, each once: `answers.excavation.onRoadway`. */
  reads: readonly string[];
  /** First parts of the names read: `answers`. */
  roots: readonly string[];
  /** Functions called: `not`, `list contains`. */
  functions: readonly string[];
  comparisons: readonly TextComparison[];
  atoms: readonly Atom[];
}>;

type Node = ReturnType<typeof parseExpression>['topNode'];

const childrenOf = (node: Node): Node[] => {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

const binders = new Set(['InExpression', 'FormalParameter', 'ContextEntry']);
const joints = new Set(['Expression', 'Conjunction', 'Disjunction', 'ParenthesizedExpression']);
const operators = new Set(['and', 'or', '(', ')']);

/** Walks one syntax tree and collects what the expression reads. */
class Reader {
  readonly reads = new Set<string>();
  readonly functions = new Set<string>();
  readonly comparisons: TextComparison[] = [];
  readonly atoms: Atom[] = [];
  private readonly source: string;
  /** Names that the expression binds itself: `some x in …`, and the names a filter gives. */
  private readonly bound = new Set(['item', 'partial', '?']);

  constructor(source: string, top: Node) {
    this.source = source;
    this.bind(top);
    this.split(top);
  }

  private text(node: Node): string {
    return this.source.slice(node.from, node.to).replace(/\s+/g, ' ');
  }

  private bind(node: Node): void {
    const first = node.firstChild;
    if (first && binders.has(node.name)) this.bound.add(this.text(first));
    for (const child of childrenOf(node)) this.bind(child);
  }

  /** The dotted name a node spells, or undefined when it is not a plain name. */
  private nameOf(node: Node): string | undefined {
    if (node.name === 'VariableName') return this.text(node);
    if (node.name !== 'PathExpression' || !node.firstChild || !node.lastChild) return undefined;
    const base = this.nameOf(node.firstChild);
    return base && `${base}.${this.text(node.lastChild)}`;
  }

  /** Splits the condition at and, or, not and brackets; what remains are atoms. */
  private split(node: Node): void {
    const children = childrenOf(node);
    const [first] = children;
    const negation = node.name === 'FunctionInvocation' && first && this.text(first) === 'not';
    if (negation) this.functions.add('not');
    if (joints.has(node.name) || negation) {
      for (const child of negation
        ? children.slice(1).flatMap((part) => (part.name === 'PositionalParameters' ? childrenOf(part) : []))
        : children) {
        if (!operators.has(child.name)) this.split(child);
      }
      return;
    }
    const reads = new Set<string>();
    this.collect(node, reads);
    const asksForAbsence = node.name === 'Comparison' && children.some((child) => child.name === 'null');
    this.atoms.push({ from: node.from, to: node.to, reads: [...reads], asksForAbsence });
  }

  private collect(node: Node, reads: Set<string>): void {
    const name = this.nameOf(node);
    if (name !== undefined) {
      if (this.bound.has(name.split('.')[0] ?? name)) return;
      reads.add(name);
      this.reads.add(name);
      return;
    }
    if (node.name === 'Comparison') this.compare(node);
    const [first, ...rest] = childrenOf(node);
    if (node.name === 'FunctionInvocation' && first?.name === 'VariableName') this.functions.add(this.text(first));
    else if (first) this.collect(first, reads);
    for (const child of rest) this.collect(child, reads);
  }

  private compare(node: Node): void {
    const texts: string[] = [];
    const gather = (part: Node): void => {
      if (part.name === 'StringLiteral') texts.push(this.source.slice(part.from + 1, part.to - 1));
      else if (part.name.startsWith('PositiveUnaryTest')) childrenOf(part).forEach(gather);
    };
    const children = childrenOf(node);
    children.forEach(gather);
    const name = children.map((child) => this.nameOf(child)).find((found) => found !== undefined);
    if (name !== undefined && texts.length > 0) this.comparisons.push({ name, texts });
  }
}

/** An expression as a FEEL function of the names it reads: parsed once, called often. */
export type Compiled = Readonly<{ expression: Expression; call: FeelFunction; warnings: FeelWarning[] }>;
export type FeelWarning = ReturnType<typeof evaluateFeel>['warnings'][number];

/** The grammar lets `a == b` pass as a comparison with a unary test; it never holds, so it is a slip of the pen. */
const isDoubledSign = (node: Node): boolean =>
  node.name === 'SimplePositiveUnaryTest' &&
  node.parent?.name === 'Comparison' &&
  node.prevSibling?.name === 'CompareOp';

function firstFault(source: string, node: Node): ExpressionFault | undefined {
  const { from, to } = node;
  if (isDoubledSign(node)) return { message: 'two comparison signs in a row; equality is a single =', from, to };
  if (node.type.isError) {
    const found = source.slice(from, to).trim();
    return { message: found ? `“${found}” cannot stand here` : 'the expression breaks off here', from, to };
  }
  for (const child of childrenOf(node)) {
    const fault = firstFault(source, child);
    if (fault) return fault;
  }
  return undefined;
}

function compile(source: string): Result<Compiled, ExpressionFault> {
  const top = parseExpression(source, {}, undefined).topNode;
  const fault = firstFault(source, top);
  if (fault) return failed(fault);
  const { reads, functions, comparisons, atoms } = new Reader(source, top);
  const roots = [...new Set([...reads].map((name) => name.split('.')[0] ?? name))];
  // feelin parses at every call of evaluate (170 µs). A FEEL function is parsed once and then called in 3 µs.
  const { value, warnings } = evaluateFeel(`function(${roots.join(', ')}) ${source}`);
  if (!isFunction(value)) return failed({ message: 'the expression has no value', from: 0, to: source.length });
  const expression = { source, reads: [...reads], roots, functions: [...functions], comparisons, atoms };
  return ok({ expression, call: value, warnings });
}

/** A city has some hundreds of conditions; several versions of several cities stay well below this. */
const capacity = 20_000;
const compiled = new Map<string, Result<Compiled, ExpressionFault>>();

/** The compiled form of an expression, kept for the life of the process. */
export function compileOnce(source: string): Result<Compiled, ExpressionFault> {
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= capacity) compiled.clear();
  const fresh = compile(source);
  compiled.set(source, fresh);
  return fresh;
}

/** Parses FEEL. Fails with the first place that is not FEEL; otherwise tells what the expression reads. */
export function parse(source: string): Result<Expression, ExpressionFault> {
  const result = compileOnce(source);
  return result.ok ? ok(result.value.expression) : result;
}
