import type { ReactNode } from 'react';
import { useLocal, useText } from '#ui/text.tsx';
import { sourceText } from '../prefill.ts';
import type { WholeForm } from '../whole-form.ts';
import styles from './FormPreview.module.css';
import { QuestionField } from './QuestionField.tsx';

type FormPreviewProps = Readonly<{ form: WholeForm; condition: (feel: string) => ReactNode }>;

/**
 * The form as people see it, all pages under each other and every question that may be asked, with its condition and
 * its source above it. Nothing can be typed or sent: the controls are the real ones, switched off.
 */
export function FormPreview({ form, condition }: FormPreviewProps) {
  const t = useText();
  const local = useLocal();
  return form.pages.map((page, at) => (
    <section key={page.id} className={styles.page} aria-labelledby={`page-${page.id}`}>
      <p className="soft">{t('forms.page-of', { n: at + 1, of: form.pages.length })}</p>
      <h2 id={`page-${page.id}`}>{local(page.title)}</h2>
      {page.lead && <p>{local(page.lead)}</p>}
      {page.questions.map((question) => (
        <div key={question.element.id} className={styles.question}>
          <Notes question={question} condition={condition} />
          <fieldset disabled className={styles.inert}>
            <QuestionField question={question} form={form} answers={{}} raw={{}} errors={[]} />
          </fieldset>
        </div>
      ))}
    </section>
  ));
}

type Question = WholeForm['pages'][number]['questions'][number];

/** What the designer sees beside a question and people do not. */
function Notes({ question, condition }: Pick<FormPreviewProps, 'condition'> & Readonly<{ question: Question }>) {
  const t = useText();
  const local = useLocal();
  const { element, conditions } = question;
  return (
    <div className={styles.notes}>
      <p>
        <code>{element.id}</code>
      </p>
      {element.from && <p>{t('preview.from', { source: local(sourceText(element.from, 'officer')) })}</p>}
      {conditions.length > 0 && <p>{t('preview.asked-if')}</p>}
      {conditions.map((feel) => (
        <div key={feel}>{condition(feel)}</div>
      ))}
    </div>
  );
}
