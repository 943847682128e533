import type { ReactNode } from 'react';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import type { AnswerSource, Answers, Provenance } from '../answers.ts';
import type { Form, Question } from '../compose.ts';
import type { ReceivedDocuments } from '../field-types/field-ui.ts';
import { fieldTypes } from '../field-types/index.ts';
import { fieldUis } from '../field-types/ui.ts';
import { controlOf } from '../form-page/control-of.ts';
import { type SourceReader, sourceText } from '../prefill.ts';

type AnswerListProps = Readonly<{
  form: Form;
  answers: Answers;
  provenance?: Provenance;
  documents?: ReceivedDocuments;
  /** Who reads; the applicant unless said otherwise. */
  reader?: SourceReader;
  /** Address of a page of the form; without it the answers are only to be read. */
  changeAt?: (pageId: string) => string;
}>;

/** All answers page by page: "check your answers" for the applicant, the application for an officer. */
export function AnswerList(props: AnswerListProps) {
  const { form, answers, provenance = {}, documents, reader = 'applicant', changeAt } = props;
  const local = useLocal();
  return (
    <div className="stack-wide">
      {form.pages.map((page) => (
        <div key={page.id} className="stack">
          <h2>{local(page.title)}</h2>
          <DefinitionList
            facts={page.questions.map((question) => ({
              name: local(question.element.label),
              value: (
                <AnswerText
                  question={question}
                  value={answers[question.element.id]}
                  source={provenance[question.element.id]}
                  documents={documents}
                  reader={reader}
                />
              ),
              act: changeAt && <ChangeLink question={question} page={changeAt(page.id)} />,
            }))}
          />
        </div>
      ))}
    </div>
  );
}

type AnswerTextProps = Readonly<{
  question: Question;
  value: unknown;
  source: AnswerSource | undefined;
  documents: ReceivedDocuments | undefined;
  reader: SourceReader;
}>;

function AnswerText({ question: { element }, value, source, documents, reader }: AnswerTextProps): ReactNode {
  const t = useText();
  const parsed = fieldTypes[element.type].value.safeParse(value);
  if (!parsed.success) return <span className="soft">{t('forms.not-answered')}</span>;
  const ui = fieldUis[element.type];
  return (
    <>
      <ui.Answer element={element} value={parsed.data} documents={documents} />
      {source && <SourceText source={source} reader={reader} />}
    </>
  );
}

/** Where the answer comes from; nothing where the person simply gave it. */
function SourceText({ source, reader }: Readonly<{ source: AnswerSource; reader: SourceReader }>): ReactNode {
  const t = useText();
  const local = useLocal();
  if (source.source === 'declared') return null;
  const from = local(sourceText(source.from, reader));
  return <small className="soft"> {source.source === 'prefill' ? from : t('forms.corrected', { source: from })}</small>;
}

function ChangeLink({ question: { element }, page }: Readonly<{ question: Question; page: string }>) {
  const t = useText();
  const local = useLocal();
  return (
    <a href={`${page}#${controlOf(element)}`}>
      <span aria-hidden="true">{t('forms.change')}</span>
      <span className="hidden">{t('forms.change-name', { label: local(element.label) })}</span>
    </a>
  );
}
