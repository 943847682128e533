import { Details } from '#ui/details/Details.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import type { Answers, RawAnswers } from '../answers.ts';
import type { Form, Question } from '../compose.ts';
import { elementOfControl } from '../field-types/field-type.ts';
import type { ReceivedDocuments } from '../field-types/field-ui.ts';
import { fieldUis } from '../field-types/ui.ts';
import { sourceText } from '../prefill.ts';
import { rawForQuestion, shownControl } from '../read-answers.ts';

type QuestionFieldProps = Readonly<{
  question: Question;
  form: Form;
  answers: Answers;
  raw: RawAnswers;
  errors: readonly { control: string; text: string }[];
  documents?: ReceivedDocuments;
}>;

/** A question as a person answers it, with why it is asked below it. */
export function QuestionField({ question, form, answers, raw, errors, documents }: QuestionFieldProps) {
  const t = useText();
  const local = useLocal();
  const { element, required, prefill } = question;
  const { Input } = fieldUis[element.type];
  const isPrefilled = prefill !== undefined && answers[element.id] === undefined && raw[element.id] === undefined;
  return (
    <div className="stack">
      <input type="hidden" name={shownControl} value={element.id} />
      <Input
        element={element}
        required={required}
        raw={rawForQuestion(question, answers, raw)}
        errors={errors.filter(({ control }) => elementOfControl(control) === element.id)}
        note={isPrefilled ? t('forms.prefilled', { source: local(sourceText(prefill.source)) }) : undefined}
        documents={documents}
      />
      <Why question={question} form={form} />
    </div>
  );
}

/** Why a question is asked and for which services: everyone may see that nothing is asked for its own sake. */
function Why({ question, form }: Readonly<{ question: Question; form: Form }>) {
  const t = useText();
  const local = useLocal();
  const services = form.services.filter(({ id }) => question.askedBy.includes(id));
  // An officer asked, and says why beside the form.
  if (services.length === 0 && !question.element.why) return null;
  return (
    <Details summary={t('forms.why')}>
      {question.element.why && <p>{local(question.element.why)}</p>}
      {services.length > 0 && <p>{t('forms.asked-by')}</p>}
      <ul>
        {services.map(({ id, name, status }) => (
          <li key={id}>{status === 'check' ? t('forms.asked-by-check', { service: local(name) }) : local(name)}</li>
        ))}
      </ul>
      {services.length > 1 && <p>{t('forms.asked-once')}</p>}
    </Details>
  );
}
