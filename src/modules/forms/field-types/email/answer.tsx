import type { AnswerProps } from '../field-ui.ts';

export function EmailAnswer({ value }: AnswerProps<string>) {
  return <a href={`mailto:${value}`}>{value}</a>;
}
