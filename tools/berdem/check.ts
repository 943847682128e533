import { stat } from 'node:fs/promises';
import { type PackError, versionIdOf } from '#modules/catalogue/index.ts';
import { type CityReport, checkCity } from '../../src/wiring/pack-tests/check-city.ts';
import { type Command, type Output, UsageError } from './command.ts';

const countsOf = ({ pack, cases, queries, found, errors, warnings, unverified }: CityReport) => ({
  services: pack?.services.length ?? 0,
  digital: pack?.services.filter(({ digital }) => digital).length ?? 0,
  situations: pack?.situations.length ?? 0,
  elements: pack?.elements.length ?? 0,
  departments: pack?.departments.length ?? 0,
  registers: pack?.registers.length ?? 0,
  cases,
  queries,
  found,
  errors: errors.length,
  warnings: warnings.length,
  unverified: unverified.length,
});

function printFinding(
  folder: string,
  { file, line, column, severity, code, message, hint }: PackError,
  { print }: Output,
): void {
  print(`${folder}/${file}:${line}:${column}: ${severity} ${code}: ${message}`);
  if (hint) print(`    ${hint}`);
}

const counted = (count: number, what: string): string => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`;

function printReport(folder: string, report: CityReport, output: Output): void {
  for (const finding of [...report.errors, ...report.warnings]) printFinding(folder, finding, output);
  const { errors, warnings, unverified, found, ...inPack } = countsOf(report);
  const problems = [
    counted(errors, 'errors'),
    counted(warnings, 'warnings'),
    counted(unverified, 'unverified facts'),
  ].join(', ');
  if (!report.pack) {
    output.print(`${folder}: not loaded: ${problems}`);
    return;
  }
  const contents = Object.entries(inPack).map(([what, count]) =>
    what === 'digital' ? `${count} of them digital` : counted(count, what),
  );
  output.print(`${folder}: version ${versionIdOf(report.pack)}: ${contents.join(', ')}`);
  if (inPack.queries > 0)
    output.print(`${folder}: ${found} of ${inPack.queries} queries lead to the right answer among the first three`);
  output.print(`${folder}: ${problems}`);
}

/** The one folder named on the command line, without a slash at its end. */
async function folderOf(positionals: readonly string[]): Promise<string> {
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0)
    throw new UsageError('name one folder, for example: berdem check cities/kazan');
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new UsageError(`${folder} is not a folder`);
  return folder.replace(/\/+$/, '');
}

export const command: Command = {
  summary: "check a city's folder: every mistake by file and line",
  usage: 'DIR [--json] [--unverified]',
  explanation: [
    'Reads every file of the folder, checks shapes, references, conditions, dates and chains, and runs the tests in tests/.',
    '--json         prints one JSON object: version, counts, errors, warnings, unverified',
    '--unverified   lists the facts that nobody has checked against a source',
    'Exit code: 0 without errors, 1 with errors.',
  ].join('\n'),
  options: { json: { type: 'boolean' }, unverified: { type: 'boolean' } },
  run: async ({ values, positionals }, output) => {
    const folder = await folderOf(positionals);
    const report = await checkCity(folder);
    if (values.json) {
      const { pack, errors, warnings, unverified } = report;
      const version = pack ? versionIdOf(pack) : null;
      output.print(JSON.stringify({ version, counts: countsOf(report), errors, warnings, unverified }, null, 2));
    } else {
      printReport(folder, report, output);
      if (values.unverified) {
        for (const { file, line, column, path } of report.unverified)
          output.print(`${folder}/${file}:${line}:${column}: unverified ${path}`);
      }
    }
    return report.errors.length === 0 ? 0 : 1;
  },
};
