import { useLocal } from '#ui/text.tsx';
import styles from '../field.module.css';
import type { AnswerProps } from '../field-ui.ts';

export function ChoicesAnswer({ element, value }: AnswerProps<readonly string[]>) {
  const local = useLocal();
  const chosen = (element.choices ?? []).filter((choice) => value.includes(choice.value));
  return (
    <ul className={styles.answerList}>
      {chosen.map((choice) => (
        <li key={choice.value}>{local(choice.label)}</li>
      ))}
    </ul>
  );
}
