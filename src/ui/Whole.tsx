/** Digits joined by hyphens or strokes: numbers of applications, cases and records. */
const number = /\d+(?:[-/]\d+)+/;

/** A text whose numbers are not broken at the end of a line. */
export function Whole({ text }: Readonly<{ text: string }>) {
  const found = number.exec(text);
  if (found === null) return text;
  const after = text.slice(found.index + found[0].length);
  return (
    <>
      {text.slice(0, found.index)}
      <span className="number">{found[0]}</span>
      <Whole text={after} />
    </>
  );
}
