import { readFile, writeFile } from 'node:fs/promises';
import { packReference } from '#modules/catalogue/index.ts';
import type { Command } from './command.ts';

/** The line of the document below which everything is made from the schemas. */
const mark = '<!-- Below this line: made by `berdem reference --write docs/city-pack.md`. -->';

/** The document with the reference made anew; the text above the mark stays. */
export function withReference(document: string): string {
  const above = document.split(mark)[0] ?? '';
  return `${above.trimEnd()}\n\n${mark}\n\n${packReference()}\n`;
}

export const command: Command = {
  summary: 'print the reference of the files of a city pack, made from their schemas',
  usage: '[--write FILE]',
  explanation: '--write FILE   puts the reference into FILE below its mark, and leaves the text above it',
  options: { write: { type: 'string' } },
  run: async ({ values }, { print }) => {
    if (typeof values.write !== 'string') {
      print(packReference());
      return 0;
    }
    const before = await readFile(values.write, 'utf8').catch(() => '# City pack\n');
    await writeFile(values.write, withReference(before));
    print(`wrote ${values.write}`);
    return 0;
  },
};
