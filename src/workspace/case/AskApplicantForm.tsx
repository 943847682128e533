import { FieldError } from '#ui/field/ChoiceField.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import { ActForm, Line, TextArea, useMistakeText, useRefused, useTyped } from '../act-form/ActForm.tsx';
import type { Refused } from '../posted.ts';
import styles from '../work.module.css';
import type { CaseView } from './case-view.ts';

type Props = Readonly<{ view: CaseView; refused: Refused | undefined }>;

/** Labels of the fields of this form, by name. */
export const askApplicantLabels: Readonly<Record<string, TextId>> = {
  elements: 'work.ask-applicant-fields',
  text: 'work.ask-applicant-text',
  days: 'work.ask-applicant-days',
};

/** Asks the applicant for single answers: which, why, and by when. */
export function AskApplicantForm({ view, refused }: Props) {
  const t = useText();
  return (
    <ActForm
      act="askApplicant"
      summary={t('work.ask-applicant')}
      button={t('work.ask-applicant-do')}
      kind="second"
      refused={refused}
    >
      <p className="soft">{t('work.ask-applicant-lead')}</p>
      <Fields askable={view.work.askable} />
      <TextArea name="text" label={t('work.ask-applicant-text')} rows={3} />
      <Line name="days" type="number" min={1} max={90} label={t('work.ask-applicant-days')} defaultValue="5" />
    </ActForm>
  );
}

function Fields({ askable }: Pick<CaseView['work'], 'askable'>) {
  const t = useText();
  const local = useLocal();
  const { id, mistake } = useTyped('elements');
  const error = useMistakeText()(mistake, t('work.ask-applicant-fields'));
  const refused = useRefused();
  const ticked = refused ? refused.fields.filter(([name]) => name === 'elements').map(([, value]) => value) : [];
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('work.ask-applicant-fields')}</legend>
      <FieldError id={`${id}-error`} text={error} />
      <div className={styles.columns}>
        {askable.map((one, at) => (
          <label key={one.id} className={styles.ground}>
            <input
              type="checkbox"
              name="elements"
              id={at === 0 ? id : `${id}-${one.id}`}
              value={one.id}
              defaultChecked={ticked.includes(one.id)}
            />
            <span>{local(one.label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
