/**
 * Breaks a text into lines of at most `most` letters, between words; a longer word is cut. What does not fit into
 * `lines` lines ends in an ellipsis.
 */
export function wrap(text: string, most: number, lines = 3): string[] {
  const found: string[] = [];
  for (const word of text.split(/\s+/).flatMap((one) => cut(one, most))) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < most) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  if (found.length <= lines) return found;
  const last = found[lines - 1] ?? '';
  return [...found.slice(0, lines - 1), `${last.length < most ? last : last.slice(0, most - 1)}…`];
}

/** A word in pieces that fit a line, all but the last with a hyphen. */
function cut(word: string, most: number): string[] {
  if (word.length <= most) return [word];
  return [`${word.slice(0, most - 1)}-`, ...cut(word.slice(most - 1), most)];
}
