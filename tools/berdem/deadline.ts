import { readFile } from 'node:fs/promises';
import { verifyDerivation } from '#modules/calendar/index.ts';
import { soundPack } from '../sound-pack.ts';
import { type Command, UsageError } from './command.ts';

async function documentOf(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is no JSON: save a derivation from the API (due.derivation) and name that file`);
  }
}

export const command: Command = {
  summary: 'recompute a deadline from its derivation, by code that shares nothing with the engine',
  usage: 'verify FILE [--calendars DIR] [--json]',
  explanation: [
    'FILE holds a sealed derivation as the API gives it.',
    '--calendars DIR   city pack whose calendars are trusted; cities/kazan without it',
    '--json            prints the findings as one JSON array',
    'Exit code: 0 when everything follows, 1 when something does not.',
  ].join('\n'),
  options: { calendars: { type: 'string' }, json: { type: 'boolean' } },
  run: async ({ values, positionals }, { print }) => {
    const [verb, file, ...more] = positionals;
    if (verb !== 'verify' || file === undefined || more.length > 0) {
      throw new UsageError('name one file, for example: berdem deadline verify derivation.json');
    }
    const document = await documentOf(file);
    const folder = typeof values.calendars === 'string' ? values.calendars : 'cities/kazan';
    const { calendars } = await soundPack(folder);
    const findings = verifyDerivation(document, { calendars });
    if (values.json) print(JSON.stringify(findings, null, 2));
    else if (findings.length === 0) print(`${file}: every date in it follows from the calendars of ${folder}`);
    else
      for (const { where, expected, found } of findings)
        print(`${file}: ${where}: expected ${expected}, found ${found}`);
    return findings.length === 0 ? 0 : 1;
  },
};
