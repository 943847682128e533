import { Button } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Details } from '#ui/details/Details.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import styles from './draft.module.css';
import type { PlanStep } from './plan-view.ts';

/** What was typed and why it was not taken. */
export type EstimatesRefused = Readonly<{ title: string; whatToDo: string; typed: Readonly<Record<string, string>> }>;

export const estimateUnits = ['workingDays', 'calendarDays', 'months'] as const;

type EstimatesFormProps = Readonly<{ steps: readonly PlanStep[]; refused: EstimatesRefused | undefined }>;

/** How long one's own work takes: the city only guesses, the person knows better. The plan is computed anew. */
export function EstimatesForm({ steps, refused }: EstimatesFormProps) {
  const t = useText();
  const local = useLocal();
  const guessed = steps.filter(({ isEstimate }) => isEstimate);
  if (guessed.length === 0) return null;
  return (
    <Details summary={t('estimate.title')} isOpen={refused !== undefined}>
      <form method="post" noValidate className={styles.estimates}>
        <Csrf />
        <p className="soft">{t('estimate.lead')}</p>
        {refused && (
          <div role="alert">
            <Notice kind="alarm" title={refused.title}>
              <p>{refused.whatToDo}</p>
            </Notice>
          </div>
        )}
        {guessed.map(({ key, name, term }) => (
          <fieldset key={key}>
            <legend>{local(name)}</legend>
            <input
              name={`amount:${key}`}
              type="number"
              min={1}
              max={999}
              inputMode="numeric"
              aria-label={t('estimate.amount')}
              defaultValue={refused?.typed[`amount:${key}`] ?? term.amount}
            />
            <select
              name={`unit:${key}`}
              aria-label={t('estimate.unit')}
              defaultValue={refused?.typed[`unit:${key}`] ?? term.unit}
            >
              {estimateUnits.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`estimate.${unit}`)}
                </option>
              ))}
            </select>
          </fieldset>
        ))}
        <Button kind="second">{t('estimate.do')}</Button>
      </form>
    </Details>
  );
}
