import { nearest } from '../nearest.ts';
import type { PackSource, SourcePath } from './source.ts';

/** Something wrong in a city's folder, with the place where a person can mend it. */
export type PackError = Readonly<{
  severity: 'error' | 'warning';
  /** Path inside the city's folder. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** Stable code, `pack/what-is-wrong`. */
  code: string;
  /** What is wrong. */
  message: string;
  /** What to do about it; empty when the message says it all. */
  hint: string;
}>;

/** A fact of the pack that nobody has checked against a source. */
export type UnverifiedFact = Readonly<{ file: string; line: number; column: number; path: string }>;

/** Where an object of the pack was written. `lead` says of its parts that stand elsewhere where they stand. */
export type Origin = Readonly<{
  source: PackSource;
  path: SourcePath;
  lead?: (path: SourcePath) => Readonly<{ origin: Origin; path: SourcePath }> | undefined;
}>;

/** An object of the pack and where it was written. */
export type Placed<T> = Readonly<{ value: T; origin: Origin }>;

/** What a check says about one place. `offset` is the character inside a text that stands on one line. */
export type Finding = Readonly<{ code: string; message: string; hint?: string; on?: 'key' | 'value'; offset?: number }>;

/** File, line and column of what stands at `path` of an object. */
export function placeOf(
  origin: Origin,
  path: SourcePath,
  { on = 'value', offset = 0 }: Pick<Finding, 'on' | 'offset'> = {},
): Readonly<{ file: string; line: number; column: number }> {
  const led = origin.lead?.(path);
  if (led) return placeOf(led.origin, led.path, { on, offset });
  return { file: origin.source.file, ...origin.source.positionOf([...origin.path, ...path], on, offset) };
}

/** Collects what the checks find. */
export class Findings {
  readonly found: PackError[] = [];

  error(origin: Origin, path: SourcePath, finding: Finding): void {
    this.add('error', origin, path, finding);
  }

  warn(origin: Origin, path: SourcePath, finding: Finding): void {
    this.add('warning', origin, path, finding);
  }

  private add(severity: PackError['severity'], origin: Origin, path: SourcePath, finding: Finding): void {
    const { code, message, hint = '' } = finding;
    const place = placeOf(origin, path, finding);
    // What stands in a block is found once for every service that names it.
    const isKnown = this.found.some(
      (one) =>
        one.line === place.line && one.column === place.column && one.file === place.file && one.message === message,
    );
    if (!isKnown) this.found.push({ severity, ...place, code: `pack/${code}`, message, hint });
  }
}

/** `did you mean …?`, or what is known when nothing is close. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const all = [...known];
  const close = nearest(word, all);
  if (close !== undefined) return `did you mean ${close}?`;
  if (all.length === 0) return 'none is defined yet';
  const shown = all.slice(0, 12).join(', ');
  return all.length > 12 ? `known: ${shown} and ${all.length - 12} more` : `known: ${shown}`;
}
