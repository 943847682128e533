import type { AnswerProps } from '../field-ui.ts';
import { PlainAnswer } from '../plain-answer.tsx';

export function PhoneAnswer(answer: AnswerProps<string>) {
  return (
    <a href={`tel:${answer.value}`}>
      <PlainAnswer {...answer} />
    </a>
  );
}
