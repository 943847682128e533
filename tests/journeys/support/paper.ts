import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requiredProgram } from '../../support/outside-program.ts';

/** What an outside program says of a PDF; nothing where the program is not installed. */
function ask(program: string, pdf: Buffer): string | undefined {
  if (!requiredProgram(program)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'berdem-paper-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  try {
    return execFileSync(program, program === 'pdftotext' ? [file, '-'] : [file], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Pages of a PDF and the size of the first. */
export function sheetsOf(pdf: Buffer): { pages: number; isA4: boolean } | undefined {
  const said = ask('pdfinfo', pdf);
  if (said === undefined) return undefined;
  return { pages: Number(/^Pages:\s+(\d+)/m.exec(said)?.[1]), isA4: /^Page size:.*A4/m.test(said) };
}

/** Whether an outside program finds the signature valid over the whole file. */
export function isSigned(pdf: Buffer): boolean | undefined {
  const said = ask('pdfsig', pdf);
  if (said === undefined) return undefined;
  return /Signature is Valid/.test(said) && /Total document signed/.test(said);
}

/** The words of a PDF. */
export const wordsOf = (pdf: Buffer): string | undefined => ask('pdftotext', pdf);
