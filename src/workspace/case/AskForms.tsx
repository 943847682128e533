import type { Localized } from '#kernel/language.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { ActForm, FilesInput, Labelled, TextArea } from '../act-form/ActForm.tsx';
import type { Refused } from '../posted.ts';
import type { CaseView } from './case-view.ts';

/** Requests of the case: those the service usually needs, filled in, and a free one to anybody. */
export function AskForms({ view, refused }: Readonly<{ view: CaseView; refused: Refused | undefined }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <>
      {view.work.usual.map(({ id, name, question, term, to }) => (
        <ActForm
          key={id}
          act={`ask:${id}`}
          summary={t('work.ask', { name: local(name) })}
          button={t('work.ask-do')}
          refused={refused}
          takesFiles
        >
          <p className="soft">{t('work.ask-term', { term: words.term(term) })}</p>
          <Addressee to={to} />
          <TextArea name="question" label={t('work.ask-question')} defaultValue={local(question)} />
          <FilesInput />
        </ActForm>
      ))}
      <ActForm act="ask:free" summary={t('work.ask-free')} button={t('work.ask-do')} refused={refused} takesFiles>
        <Addressee to={view.work.anybody} />
        <TextArea name="question" label={t('work.ask-question')} />
        <FilesInput />
      </ActForm>
    </>
  );
}

/** Whom to ask; where only one can be meant it is chosen already. */
function Addressee({ to }: Readonly<{ to: readonly Readonly<{ id: string; name: Localized }>[] }>) {
  const t = useText();
  const local = useLocal();
  const [only] = to;
  const chosen = to.length === 1 ? only?.id : undefined;
  return (
    <Labelled name="to" label={t('work.ask-to')} {...(chosen === undefined ? {} : { defaultValue: chosen })}>
      {(control) => (
        <select {...control}>
          {chosen === undefined && <option value="">{t('work.ask-choose')}</option>}
          {to.map((one) => (
            <option key={one.id} value={one.id}>
              {local(one.name)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
