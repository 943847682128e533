import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFactory, type Quad, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { parseTurtle } from '#platform/rdf/index.ts';

const { namedNode } = DataFactory;
const sh = (name: string) => namedNode(`http://www.w3.org/ns/shacl#${name}`);
const isA = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** One rule that one thing breaks. */
export type Violation = Readonly<{ shape: string; focus: string; path: string; rule: string; value?: string }>;

/** What the shapes looked at, and what they found. */
export type ShapesReport = Readonly<{
  /** Whether there is a public service in it, and no rule is broken: shapes are content with nothing. */
  conforms: boolean;
  /** Statements looked at. */
  triples: number;
  /** Each shape, how many things it is asked of, and how many of its rules are broken. */
  shapes: readonly Readonly<{ shape: string; focusNodes: number; violations: number }>[];
  violations: readonly Violation[];
}>;

/** The profile's rules, re-stated: each file of this folder says from which release. */
const shapesOf = (profile: 'cpsv-ap'): Quad[] =>
  parseTurtle(readFileSync(join(import.meta.dirname, `${profile}.ttl`), 'utf8'));

const lastPart = (address: string): string => address.replace(/^.*[#/:]/, '');

/** Holds the statements against CPSV-AP: what was looked at and which rules are broken. */
export async function shapesReport(statements: readonly Quad[]): Promise<ShapesReport> {
  const shapes = new Store(shapesOf('cpsv-ap'));
  const given = new Store([...statements]);
  const report = await new Validator(shapes).validate(given);
  const violations = report.results.map((result): Violation => {
    const [owner] = shapes.getSubjects(sh('property'), result.sourceShape, null);
    const value = result.value?.value;
    return {
      shape: lastPart((owner ?? result.sourceShape).value),
      focus: result.focusNode?.value ?? '',
      path: result.path?.value ?? '',
      rule: lastPart(result.sourceConstraintComponent?.value ?? '').replace('ConstraintComponent', ''),
      ...(value === undefined ? {} : { value }),
    };
  });
  const publicServices = given.getSubjects(isA, namedNode('http://purl.org/vocab/cpsv#PublicService'), null);
  const names = shapes.getSubjects(isA, sh('NodeShape'), null);
  return {
    conforms: report.conforms && publicServices.length > 0,
    triples: given.size,
    shapes: names.map((name) => {
      const classes = shapes.getObjects(name, sh('targetClass'), null);
      const focus = new Set(classes.flatMap((one) => given.getSubjects(isA, one, null).map(({ value }) => value)));
      const shape = lastPart(name.value);
      const broken = violations.filter((one) => one.shape === shape).length;
      return { shape, focusNodes: focus.size, violations: broken };
    }),
    violations,
  };
}

/** The report as a table and one line for every broken rule. */
export function reportLines({ conforms, triples, shapes, violations }: ShapesReport): string[] {
  const width = Math.max(...shapes.map(({ shape }) => shape.length));
  const row = (shape: string, focus: string, broken: string) =>
    `${shape.padEnd(width)}  ${focus.padStart(9)}  ${broken.padStart(10)}`;
  return [
    row('shape', 'looked at', 'violations'),
    ...shapes.map(({ shape, focusNodes, violations: broken }) => row(shape, String(focusNodes), String(broken))),
    '',
    ...violations.map(
      ({ shape, focus, path, rule, value }) =>
        `${shape}: ${focus} ${path} ${rule}${value === undefined ? '' : `: ${value}`}`,
    ),
    `${conforms ? 'conforms' : 'does not conform'}: ${triples} statements, ${shapes.length} shapes, ${violations.length} violations`,
  ];
}
