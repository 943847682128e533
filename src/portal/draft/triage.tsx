import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { ChoiceField } from '#ui/field/ChoiceField.tsx';
import { formAction, page } from '#ui/page.ts';
import { BackLink } from '#ui/page-head/BackLink.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { orNotFound } from '../not-found.tsx';
import styles from './draft.module.css';
import { draftOf } from './draft-view.ts';
import { Way } from './Way.tsx';

/** One question of the triage, with the answer given before. */
export const loader = page(async (request) => {
  const { draft, situation, questions } = await draftOf(request);
  const at = questions.findIndex(({ id }) => id === request.param('question'));
  const question = orNotFound(questions[at]);
  const before = questions[at - 1];
  return {
    question,
    chosen: draft.content.triage[question.id],
    situation: situation.name,
    back: before ? `/drafts/${draft.id}/triage/${before.id}` : `/situations/${situation.id}`,
    isGuest: request.actor.kind === 'anonymous',
  };
});

export const action = formAction(async ({ app, actor, param, text }) => {
  const draftId = param('draft');
  const questionId = param('question');
  const answered = await app.applications.answerTriage(actor, { draftId, questionId, value: text('answer') });
  return answered.ok ? redirect(`/drafts/${draftId}`) : data({ hasError: true }, { status: 422 });
});

export default function TriagePage() {
  const { question, chosen, situation, back, isGuest } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const error = wrong ? t('draft.choose-one') : undefined;
  return (
    <>
      <title>{`${wrong ? `${t('error.prefix')} ` : ''}${local(question.label)} · ${local(situation)}`}</title>
      <Way at="triage" />
      <BackLink to={back} />
      <ErrorSummary errors={error ? [{ target: 'answer', text: error }] : []} />
      <form method="post" noValidate className={styles.question}>
        <Csrf />
        <ChoiceField
          name="answer"
          legend={local(question.label)}
          {...(question.hint ? { hint: local(question.hint) } : {})}
          options={question.options.map(({ value, label, hint }) => ({
            value,
            label: local(label),
            ...(hint ? { hint: local(hint) } : {}),
          }))}
          {...(chosen === undefined ? {} : { chosen })}
          {...(error ? { error } : {})}
          isHeading
        />
        <ButtonRow>
          <Button>{t('draft.continue')}</Button>
        </ButtonRow>
        <p className="soft">{t(isGuest ? 'draft.guest' : 'draft.saved')}</p>
      </form>
    </>
  );
}
