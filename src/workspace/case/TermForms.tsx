import { useLocal, useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import { useWords } from '#ui/words.ts';
import { ActForm, FilesInput, Labelled, Line, TextArea } from '../act-form/ActForm.tsx';
import type { Refused } from '../posted.ts';
import type { CaseView } from './case-view.ts';

type TermFormsProps = Readonly<{ view: CaseView; refused: Refused | undefined }>;

/** Labels of the fields of these forms, by name. */
export const termLabels: Readonly<Record<string, TextId>> = {
  reason: 'work.suspend-why',
  evidence: 'work.suspend-paper',
  owner: 'work.suspend-owner',
  from: 'work.suspend-from',
  on: 'work.resume-on',
  amount: 'work.extend-amount',
};

/** Whether the form that was refused is one of these. */
export const isTermAct = (refused: Refused | undefined): boolean => /^(suspend|resume|extend)/.test(refused?.act ?? '');

/** What may be done with the clock of the case: let it stand, let it run again, give it more time. */
export function TermForms({ view, refused }: TermFormsProps) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { steps, extensions } = view.work;
  return (
    <>
      {steps.includes('resume') && (
        <ActForm act="resume" summary={t('work.resume')} button={t('work.resume-do')} refused={refused} isOpen>
          <Line name="on" type="date" label={t('work.resume-on')} defaultValue={view.termDay} />
        </ActForm>
      )}
      {steps.includes('suspend') && (
        <ActForm
          act="suspend"
          summary={t('work.suspend')}
          button={t('work.suspend-do')}
          kind="second"
          refused={refused}
          takesFiles
        >
          <p className="soft">{t('work.suspend-lead')}</p>
          <OwnerChoice agencies={view.work.agencies} />
          <Line name="from" type="date" label={t('work.suspend-from')} defaultValue={view.termDay} />
          <TextArea name="reason" label={t('work.suspend-why')} rows={2} />
          <Line name="evidence" type="text" label={t('work.suspend-paper')} />
          <FilesInput />
        </ActForm>
      )}
      {steps.includes('extend') &&
        extensions.map(({ id, name, amount, unit, times }) => (
          <ActForm
            key={id}
            act={`extend:${id}`}
            summary={t('work.extend', { name: local(name) })}
            button={t('work.extend-do')}
            kind="second"
            refused={refused}
          >
            <p className="soft">{t('work.extend-lead', { term: words.term({ amount, unit }), times })}</p>
            <Line name="amount" type="number" min={1} label={t('work.extend-amount')} defaultValue={String(amount)} />
            <TextArea name="reason" label={t('work.suspend-why')} rows={2} />
            <Line name="evidence" type="text" label={t('work.suspend-paper')} />
          </ActForm>
        ))}
    </>
  );
}

/** Whose move it is while the clock stands. */
function OwnerChoice({ agencies }: Pick<CaseView['work'], 'agencies'>) {
  const t = useText();
  const local = useLocal();
  return (
    <Labelled name="owner" label={t('work.suspend-owner')}>
      {(control) => (
        <select {...control}>
          <option value="">{t('work.suspend-choose')}</option>
          <option value="applicant">{t('work.suspend-applicant')}</option>
          <option value="city">{t('work.suspend-city')}</option>
          {agencies.map((one) => (
            <option key={one.id} value={`thirdParty:${one.id}`}>
              {local(one.name)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
