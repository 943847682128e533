import { describe, expect, it } from 'vitest';
import { checkPack, type PackReport } from './load.ts';
import { tinyPack, writePack } from './tiny-pack.fixture.ts';

/** The report on the tiny pack with some files changed. */
export async function checkTiny(changes: Readonly<Record<string, string | undefined>> = {}): Promise<PackReport> {
  await using pack = await writePack(changes);
  return await checkPack(pack.folder);
}

/** Line and column at which `marker` stands in a text. */
export function placeOf(text: string, marker: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(marker)).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** A good file of the tiny pack. */
export const goodFile = (file: string): string => tinyPack[file] ?? '';

export const dig = 'services/dig/service.yaml';
export const situation = 'situations/dig-up.yaml';

/** One clumsy change of the tiny pack and the error it must give. */
export type Mistake = Readonly<{
  is: string;
  file: string;
  /** Text of the good file and what a clumsy hand makes of it. */
  from: string;
  to: string;
  /** Other files beside the changed one. */
  and?: Readonly<Record<string, string>>;
  code: string;
  /** Text at whose beginning the error must point. */
  at: string;
  says?: RegExp;
  warning?: true;
  /** Where the error points when it is not the changed file. */
  in?: string;
}>;

/** A test for every mistake: its code, file, line, column and advice. */
export function describeMistakes(what: string, mistakes: readonly Mistake[]): void {
  describe(`a mistake of ${what}`, () => {
    it.each(mistakes)('$is is named with file, line and column', async (mistake) => {
      const { file, from, to, code, at, says } = mistake;
      expect(goodFile(file), 'the good file holds the text that is changed').toContain(from);
      const text = goodFile(file).replace(from, () => to);
      const report = await checkTiny({ [file]: text, ...mistake.and });
      const found = mistake.warning ? report.warnings : report.errors;
      const error = found.find((each) => each.code === `pack/${code}`);
      expect(error, `${code} among ${JSON.stringify([...report.errors, ...report.warnings])}`).toBeDefined();
      const expectedFile = mistake.in ?? file;
      const where = expectedFile === file ? text : goodFile(expectedFile);
      expect(error).toMatchObject({ file: expectedFile, ...placeOf(where, at) });
      if (says) expect(`${error?.message} ${error?.hint}`).toMatch(says);
      // With an error nothing is loaded; a warning stops nothing.
      expect(report.pack === undefined).toBe(!mistake.warning);
    });
  });
}
