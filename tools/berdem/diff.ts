import { Language } from '#kernel/language.ts';
import { diffPacks, type PackChange, versionIdOf } from '#modules/catalogue/index.ts';
import { soundPack } from '../sound-pack.ts';
import { type Command, type Output, UsageError } from './command.ts';

/** A change as one line under its subject. */
function lineOf({ kind, aspect, before, after }: PackChange): string {
  const what = aspect === '' ? '' : `${aspect}: `;
  if (kind === 'added') return `  + ${what}${after || 'added'}`;
  if (kind === 'removed') return `  - ${what}${before || 'removed'}`;
  return `  ~ ${what}${before} → ${after}`;
}

function printChanges(changes: readonly PackChange[], { print }: Output): void {
  for (const [subject, of] of Map.groupBy(changes, (change) => change.subject)) {
    print(subject);
    for (const change of of) print(lineOf(change));
  }
  const subjects = new Set(changes.map(({ subject }) => subject)).size;
  print(changes.length === 0 ? 'the same rules' : `${changes.length} changes in ${subjects} places`);
}

export const command: Command = {
  summary: 'what changed between two packs, versions or cities, in words',
  usage: 'A B [--language ru|tt|en] [--json]',
  explanation: [
    'A and B are folders of packs: an older and a newer version, or two cities.',
    'Lines begin with + for what was added, - for what was removed, ~ for what changed.',
    '--language LANGUAGE   in which things are named, en without it',
    '--json                prints one JSON object: from, to, changes',
    'Exit code: 0, whether or not something changed.',
  ].join('\n'),
  options: { json: { type: 'boolean' }, language: { type: 'string', default: 'en' } },
  run: async ({ values, positionals }, output) => {
    const [before, after, ...more] = positionals;
    if (before === undefined || after === undefined || more.length > 0)
      throw new UsageError('name two folders, for example: berdem diff old/kazan cities/kazan');
    const language = Language.safeParse(values.language);
    if (!language.success) throw new UsageError(`--language is one of ${Language.options.join(', ')}`);
    const [old, now] = [await soundPack(before), await soundPack(after)];
    const changes = diffPacks(old, now, language.data);
    if (values.json) output.print(JSON.stringify({ from: versionIdOf(old), to: versionIdOf(now), changes }, null, 2));
    else printChanges(changes, output);
    return 0;
  },
};
