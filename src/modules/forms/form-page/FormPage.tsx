import type { ReactNode } from 'react';
import type { FieldError } from '#kernel/result.ts';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import type { Answers, RawAnswers } from '../answers.ts';
import type { Form, FormPage as Page } from '../compose.ts';
import { elementOfControl, type Messages } from '../field-types/field-type.ts';
import type { ReceivedDocuments } from '../field-types/field-ui.ts';
import { fieldTypes } from '../field-types/index.ts';
import { errorText } from '../messages.ts';
import { controlOf } from './control-of.ts';
import { QuestionField } from './QuestionField.tsx';

type FormPageProps = Readonly<{
  form: Form;
  page: Page;
  answers: Answers;
  /** What was typed and could not be read. */
  raw: RawAnswers;
  errors: readonly FieldError[];
  /** Texts of codes that other modules put on a field, such as a refused upload. */
  moreMessages?: Messages;
  documents?: ReceivedDocuments;
  /** Where "Back" leads. */
  back?: string;
  /** Hidden controls of the page itself, such as the form's token. */
  children?: ReactNode;
}>;

/** One page of the single form. It posts to its own address; without scripts it does all it does with them. */
export function FormPage({ form, page, errors, moreMessages, back, children, ...draft }: FormPageProps) {
  const t = useText();
  const local = useLocal();
  const language = useLanguage();
  const elements = new Map(page.questions.map(({ element }) => [element.id, element]));
  const shown = errors.flatMap((error) => {
    const element = elements.get(elementOfControl(error.field));
    if (element === undefined) return [];
    const text = errorText(error, element, language, moreMessages);
    return [{ control: controlOf(element, error.field), text }];
  });
  const takesFiles = page.questions.some(({ element }) => fieldTypes[element.type].takesFiles);
  const caption = t('forms.page-of', {
    n: form.pages.findIndex(({ id }) => id === page.id) + 1,
    of: form.pages.length,
  });
  return (
    <div className="stack-wide">
      <ErrorSummary errors={shown.map(({ control, text }) => ({ target: control, text }))} />
      <PageHead
        title={local(page.title)}
        caption={caption}
        lead={page.lead && local(page.lead)}
        hasErrors={shown.length > 0}
        {...(back === undefined ? {} : { back })}
      />
      <form method="post" encType={takesFiles ? 'multipart/form-data' : undefined} noValidate className="stack-wide">
        {/* Enter presses a form's first button: it must be this one, not the one that removes a file. */}
        {takesFiles && (
          <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true">
            {t('forms.save')}
          </button>
        )}
        {children}
        {page.questions.map((question) => (
          <QuestionField key={question.element.id} question={question} form={form} errors={shown} {...draft} />
        ))}
        <ButtonRow>
          <Button>{t('forms.save')}</Button>
        </ButtonRow>
      </form>
    </div>
  );
}
