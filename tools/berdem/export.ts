import { readFileSync } from 'node:fs';
import type { Quad } from 'n3';
import { z } from 'zod';
import { cpsvOf } from '#modules/catalogue/index.ts';
import { parseTurtle, quadsOf } from '#platform/rdf/index.ts';
import { writeDump } from '../linked/dump.ts';
import { soundPack } from '../sound-pack.ts';
import { type Command, type Given, type Output, UsageError } from './command.ts';

export const command: Command = {
  summary: 'print the catalogue of a city as linked data, write it as a folder, or hold it against the profile',
  usage: 'cpsv-ap CITY [DIR] [--base URL] [--check [--json]]',
  explanation: [
    'cpsv-ap CITY   public services, competent authorities, evidence, outputs and life events of the pack in CITY, by the',
    '               profile CPSV-AP 3.2: printed as JSON-LD',
    'cpsv-ap CITY DIR  the same as files in DIR: catalogue.jsonld, catalogue.ttl, catalogue.nt, and a README.md that tells',
    '               what they are, with their sizes and SHA-256',
    '--base URL     address of the city, of which the identifiers are made; https://<first host> without it',
    '--check        prints the SHACL report instead: what the rules of the profile looked at, and which are broken; CITY',
    '               may then be a file of statements too: .ttl, .nt or .jsonld',
    '--json         prints the report as JSON',
    'Exit code: 0 well, 1 a rule of the profile is broken, 2 wrong use.',
  ].join('\n'),
  options: { base: { type: 'string' }, check: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async ({ values, positionals }, output) => {
    const [form, folder, target, ...more] = positionals;
    if (form !== 'cpsv-ap' || folder === undefined || more.length > 0)
      throw new UsageError('name the form and a folder, for example: berdem export cpsv-ap cities/kazan');
    if (values.check === true && target !== undefined)
      throw new UsageError('either write a folder or --check: the report is printed and writes nothing');
    if (values.check === true && /\.(ttl|nt|jsonld)$/.test(folder))
      return check(await readStatements(folder), { asJson: values.json === true, output });
    const pack = await soundPack(folder);
    const base = baseOf(values.base ?? `https://${pack.city.hosts[0]}`);
    const catalogue = cpsvOf(pack, base);
    if (values.check === true) return check(await quadsOf(catalogue), { asJson: values.json === true, output });
    if (target === undefined) output.print(JSON.stringify(catalogue, null, 2));
    else for (const line of await writeDump({ pack, catalogue, base, folder: target })) output.print(line);
    return 0;
  },
};

/** Identifiers made of something that is no address would be dropped without a word. */
function baseOf(given: Given['values'][string]): string {
  const base = String(given).replace(/\/+$/, '');
  if (!/^https?:$/.test(URL.parse(base)?.protocol ?? '')) throw new UsageError(`${base} is not an address: https://…`);
  return base;
}

/** A JSON-LD file as it is written here: its own context, and a list of things with addresses. */
const Written = z.looseObject({
  '@context': z.record(z.string(), z.unknown()),
  '@graph': z.array(z.looseObject({ '@id': z.string() })),
});

async function readStatements(file: string): Promise<Quad[]> {
  try {
    const text = readFileSync(file, 'utf8');
    return file.endsWith('.jsonld') ? await quadsOf(Written.parse(JSON.parse(text))) : parseTurtle(text);
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`,
    );
  }
}

/** Prints the report of the shapes; 1 where a rule is broken, or where there is nothing to break one. */
async function check(
  statements: readonly Quad[],
  { asJson, output }: Readonly<{ asJson: boolean; output: Output }>,
): Promise<number> {
  // Loaded only for this: it is of those who publish a catalogue, not of a running city.
  const { shapesReport, reportLines } = await import('../shacl/report.ts');
  const report = await shapesReport(statements);
  for (const line of asJson ? [JSON.stringify(report, null, 2)] : reportLines(report)) output.print(line);
  return report.conforms ? 0 : 1;
}
