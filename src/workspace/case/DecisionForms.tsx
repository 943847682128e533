import { elementOfControl, errorText, fieldTypes } from '#modules/forms/index.ts';
import { fieldUis } from '#modules/forms/ui.ts';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import { ActForm, TextArea, useRefused } from '../act-form/ActForm.tsx';
import type { Refused } from '../posted.ts';
import styles from '../work.module.css';
import type { CaseView } from './case-view.ts';
import { GroundChoice } from './GroundChoice.tsx';
import type { RecordQuestion } from './record-form.ts';

/** Two ways to end a case: grant it, with what its register record needs, or refuse it with grounds. */
export function DecisionForms({ view, refused }: Readonly<{ view: CaseView; refused: Refused | undefined }>) {
  const t = useText();
  const local = useLocal();
  const { work, decision } = view;
  // A draft that was sent back is written on, not anew.
  const before = decision?.phase.status === 'sentBack' ? decision : undefined;
  const textOf = (outcome: 'granted' | 'refused') => (before?.outcome === outcome ? before.text : '');
  return (
    <div className={styles.folds}>
      <ActForm
        act="grant"
        summary={t('work.grant')}
        button={t('work.grant-do')}
        refused={refused}
        isOpen={before?.outcome === 'granted'}
        isMain
      >
        <TextArea name="text" label={t('work.grant-text')} defaultValue={textOf('granted')} rows={6} />
        {work.register && (work.record.length > 0 || work.recordAct !== 'enter') && (
          <fieldset className="stack">
            <legend>{t(`work.grant-register-${work.recordAct}`, { register: local(work.register) })}</legend>
            <p className="soft">
              {t(work.recordAct === 'enter' ? 'work.grant-register-enter-lead' : 'work.grant-register-change-lead')}
            </p>
            {work.record.map((asked) => (
              <RecordField key={asked.id} asked={asked} entered={before?.fields[asked.id] ?? asked.first ?? []} />
            ))}
          </fieldset>
        )}
      </ActForm>
      <ActForm
        act="refuse"
        summary={t('work.refuse')}
        button={t('work.refuse-do')}
        kind="danger"
        refused={refused}
        isOpen={before?.outcome === 'refused'}
      >
        <GroundChoice grounds={work.grounds} chosen={before?.groundIds ?? []} />
        <TextArea name="text" label={t('work.grant-text')} defaultValue={textOf('refused')} rows={6} />
      </ActForm>
    </div>
  );
}

type Entered = Readonly<{ asked: RecordQuestion; entered: readonly string[] }>;

/** One field of the record with what was typed into it. */
function RecordField({ asked: { question }, entered }: Entered) {
  const language = useLanguage();
  const refused = useRefused();
  const { element, required } = question;
  const { Input } = fieldUis[element.type];
  const own = (refused?.fieldErrors ?? []).filter(({ field }) => elementOfControl(field) === element.id);
  return (
    <Input
      element={element}
      required={required}
      raw={refused ? typedInto(question, refused) : entered}
      errors={own.map((error) => ({ control: error.field, text: errorText(error, element, language) }))}
    />
  );
}

function typedInto({ element }: RecordQuestion['question'], { fields }: Refused): string[] {
  const { parts } = fieldTypes[element.type];
  const of = (control: string) => fields.filter(([name]) => name === control).map(([, value]) => value);
  return parts.length === 0 ? of(element.id) : parts.map((part) => of(`${element.id}:${part}`)[0] ?? '');
}

/** Mistakes in fields of the record as the summary lists them. */
export function useRecordErrors(view: CaseView, refused: Refused | undefined) {
  const language = useLanguage();
  const elements = new Map(view.work.record.map(({ question: { element } }) => [element.id, element]));
  return (refused?.fieldErrors ?? []).flatMap((error) => {
    const element = elements.get(elementOfControl(error.field));
    if (element === undefined) return [];
    const [first] = fieldTypes[element.type].parts;
    const target = error.field === element.id && first ? `${element.id}:${first}` : error.field;
    return [{ target, text: errorText(error, element, language) }];
  });
}
