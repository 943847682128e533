import type { AnswerProps } from '../field-ui.ts';
import { PlainAnswer } from '../plain-answer.tsx';

export function DateAnswer(answer: AnswerProps<string>) {
  return (
    <time dateTime={answer.value}>
      <PlainAnswer {...answer} />
    </time>
  );
}
