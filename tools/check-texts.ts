/**
 * Checks the texts of the interface: every language parses as ICU messages and names the same values as Russian.
 * That no text is missing is a matter of types (`satisfies` in tt and en).
 */
import { parse } from '@formatjs/icu-messageformat-parser';
import { languages } from '../src/kernel/language.ts';
import { texts } from '../src/ui/texts/all.server.ts';

/** Names in braces and tags of a message, as a sorted list. */
function namesIn(message: string): string {
  const names = new Set<string>();
  // The tree of a message: `type` 0 is plain text and 7 is `#`; all others carry a name in `value` and may have children.
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes) {
      if (typeof node !== 'object' || node === null || !('type' in node)) continue;
      if ('value' in node && node.type !== 0 && node.type !== 7) names.add(String(node.value));
      if ('children' in node && Array.isArray(node.children)) walk(node.children);
      if ('options' in node && typeof node.options === 'object' && node.options !== null) {
        for (const option of Object.values(node.options)) walk(option.value);
      }
    }
  };
  walk(parse(message));
  return [...names].sort().join(', ');
}

/** One line for each mistake, `<language> <text id>: …`. */
export function listTextMistakes(all: Readonly<Record<string, Readonly<Record<string, string>>>> = texts): string[] {
  const source = all.ru ?? {};
  return languages.flatMap((language) => {
    const own = all[language] ?? {};
    const missing = Object.keys(source).filter((id) => !own[id]?.trim());
    const extra = Object.keys(own).filter((id) => source[id] === undefined);
    const wrong = Object.entries(own).flatMap(([id, text]) => {
      try {
        const [expected, found] = [namesIn(source[id] ?? ''), namesIn(text)];
        return expected === found ? [] : [`${language} ${id}: values are {${found}}, Russian has {${expected}}`];
      } catch (error) {
        return [`${language} ${id}: ${error instanceof Error ? error.message : error}`];
      }
    });
    return [
      ...missing.map((id) => `${language} ${id}: missing`),
      ...extra.map((id) => `${language} ${id}: no such text in Russian`),
      ...wrong,
    ];
  });
}

if (import.meta.main) {
  const mistakes = listTextMistakes();
  for (const mistake of mistakes) console.error(mistake);
  if (mistakes.length > 0) process.exitCode = 1;
}
