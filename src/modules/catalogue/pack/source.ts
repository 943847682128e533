import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
} from 'yaml';
import { completeTexts, type Language, languages } from '#kernel/language.ts';

/** Keys and indexes that lead from the top of a file to a value. */
export type SourcePath = readonly (string | number)[];

export type Position = Readonly<{ line: number; column: number }>;

/** What YAML itself refuses. */
export type SourceFault = Readonly<{ position: Position; duplicateKey: boolean; message: string }>;

const keyText = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

/** One YAML file of a pack: its plain value, and the position of everything in it. */
export class PackSource {
  readonly file: string;
  readonly faults: readonly SourceFault[];
  readonly value: unknown;
  /** Languages in which its texts are written. */
  readonly spoken: readonly Language[];
  private readonly document: Document;
  private readonly lines = new LineCounter();

  /** Texts of the plain value are completed from the `spoken` languages; positions are those of the file. */
  constructor(file: string, text: string, spoken: readonly Language[] = languages) {
    this.file = file;
    this.spoken = spoken;
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false, strict: true });
    this.faults = this.document.errors.map(({ pos, code, message }) => ({
      position: this.at(pos[0]),
      duplicateKey: code === 'DUPLICATE_KEY',
      message,
    }));
    this.value =
      this.faults.length === 0 ? completeTexts(this.document.toJS({ maxAliasCount: 100 }), spoken) : undefined;
  }

  private at(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** The node at the end of `path`, or the deepest that exists; with the key that leads to it. */
  private locate(path: SourcePath): { node: Node | null; key: Node | undefined; whole: boolean } {
    let node = this.document.contents as Node | null;
    let key: Node | undefined;
    for (const step of path) {
      if (isAlias(node)) node = node.resolve(this.document) ?? null;
      if (isMap(node)) {
        const pair = node.items.find((item) => keyText(item) === String(step));
        if (!pair) return { node, key, whole: false };
        key = pair.key as Node;
        node = (pair.value as Node | null) ?? key;
      } else if (isSeq(node)) {
        const item = node.items[Number(step)] as Node | undefined;
        if (!item) return { node, key, whole: false };
        key = undefined;
        node = item;
      } else return { node, key, whole: false };
    }
    return { node, key, whole: true };
  }

  /**
   * Line and column (from 1) of what stands at `path`: of its value, or of its key. Where nothing stands, of the object
   * in which it is missing. `offset` moves into a text that stands on one line.
   */
  positionOf(path: SourcePath, on: 'key' | 'value' = 'value', offset = 0): Position {
    const { node, key, whole } = this.locate(path);
    const target = on === 'key' && whole && key ? key : node;
    const start = target?.range?.[0] ?? 0;
    return this.at(start + (whole && target === node ? offsetInText(node, offset) : 0));
  }
}

function offsetInText(node: Node | null, offset: number): number {
  if (offset === 0 || !isScalar(node)) return 0;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  if (quoted) return offset + 1;
  return node.type === Scalar.PLAIN ? offset : 0;
}
