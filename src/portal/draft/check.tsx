import { redirect, useLoaderData } from 'react-router';
import { elementOfControl, errorText, questionsOf } from '#modules/forms/index.ts';
import { AnswerList } from '#modules/forms/ui.ts';
import { Button, ButtonLink } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { ErrorSummary } from '#ui/error-summary/ErrorSummary.tsx';
import { formAction, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { documentsOf } from '../documents.ts';
import { AddingHead, AskedHead, CorrectionHead, CorrectionSum } from './Correction.tsx';
import styles from './draft.module.css';
import { draftOf, filedAt } from './draft-view.ts';
import { planView } from './plan-view.ts';
import { Way } from './Way.tsx';

/** Everything the application will say, and what is missing before it can be filed. */
export const loader = page(async (request) => {
  const { app, actor, param, language } = request;
  await draftOf(request);
  const {
    draft,
    situation,
    questions,
    form,
    plan,
    pack,
    errors,
    unanswered,
    again,
    asked: askedFor,
    adding,
  } = await app.applications.review(actor, param('draft'));
  const base = `/drafts/${draft.id}`;
  const { content } = draft;
  if (unanswered !== undefined || content.place === undefined || content.applicant === undefined) throw redirect(base);
  const asked = new Map(questionsOf(form).map(({ element }) => [element.id, element]));
  const pageOf = (elementId: string) =>
    form.pages.find((one) => one.questions.some(({ element }) => element.id === elementId))?.id;
  return {
    base,
    situation: situation.name,
    triage: questions.map((question) => ({
      id: question.id,
      label: question.label,
      answer: question.options.find(({ value }) => value === content.triage[question.id])?.label,
    })),
    place: content.place,
    applicant: content.applicant.name,
    form,
    answers: content.answers,
    provenance: content.provenance,
    documents: await documentsOf(request, form, content),
    plan: planView(plan, pack),
    ...(askedFor ? { asked: askedFor } : {}),
    ...(adding ? { adding } : {}),
    ...(again
      ? {
          again: {
            ...again,
            untouched: again.untouched.map((one) => ({ ...one, at: `${base}/form/${pageOf(one.id)}` })),
          },
        }
      : {}),
    errors: errors.flatMap((error) => {
      const element = asked.get(elementOfControl(error.field));
      if (element === undefined) return [];
      return [{ target: `${base}/form/${pageOf(element.id)}`, text: errorText(error, element, language) }];
    }),
  };
});

/** Files the application. Filing twice gives the same application. */
export const action = formAction(async (request) => {
  const { app, actor, param, language } = request;
  await request.count('filing');
  const view = await draftOf(request);
  const { id } = await app.applications.file(actor, { draftId: param('draft'), language });
  return redirect(filedAt(id, view));
});

export default function CheckPage() {
  const shown = useLoaderData<typeof loader>();
  const { base, errors, again, asked, adding } = shown;
  const isLater = again !== undefined || asked !== undefined || adding !== undefined;
  const kind = asked || adding ? 'ask' : again ? 'again' : 'check';
  const t = useText();
  return (
    <>
      <Way at="check" isAgain={isLater} />
      <ErrorSummary errors={errors} />
      <PageHead
        title={t('check.title')}
        {...(isLater ? {} : { lead: t('check.lead') })}
        hasErrors={errors.length > 0}
      />
      {asked && <AskedHead asked={asked} />}
      {adding && <AddingHead adding={adding} />}
      {again && <CorrectionHead again={again} />}
      {again && <CorrectionSum again={again} />}
      <Basics shown={shown} />
      <AnswerList
        form={shown.form}
        answers={shown.answers}
        provenance={shown.provenance}
        documents={new Map(shown.documents)}
        changeAt={(pageId) => `${base}/form/${pageId}`}
      />
      {!isLater && <Parts shown={shown} />}
      {errors.length > 0 ? (
        <p>
          {t('check.not-yet')} <a href="#errors">{t('error.summary', { count: errors.length })}</a>
        </p>
      ) : (
        <form method="post" className={styles.file}>
          <Csrf />
          <p>{t(`${kind}.confirm-text`)}</p>
          <Button name="act" value="file">
            {t(`${kind}.confirm`)}
          </Button>
        </form>
      )}
    </>
  );
}

type Shown = Awaited<ReturnType<typeof loader>>;

function Basics({ shown }: Readonly<{ shown: Shown }>) {
  const t = useText();
  const local = useLocal();
  const { base, place, triage, again, asked, adding } = shown;
  // A correction keeps place and applicant as they were filed.
  const change = (to: string) => (again || asked || adding ? {} : { act: <a href={to}>{t('check.change')}</a> });
  return (
    <DefinitionList
      facts={[
        { name: t('check.situation'), value: local(shown.situation) },
        ...triage.map(({ id, label, answer }) => ({
          name: local(label),
          value: answer ? local(answer) : '',
          ...change(`${base}/triage/${id}`),
        })),
        {
          name: t('check.place'),
          value: [place.cadastralNumber, place.address && local(place.address)].filter(Boolean).join(', '),
          ...change(`${base}/place?other`),
        },
        { name: t('check.applicant'), value: shown.applicant, ...change(`${base}/applicant`) },
      ]}
    />
  );
}

function Parts({ shown: { plan, base } }: Readonly<{ shown: Shown }>) {
  const t = useText();
  const local = useLocal();
  return (
    <Panel title={t('check.plan')}>
      <ol>
        {plan.steps
          .filter(({ kind }) => kind === 'service')
          .map(({ key, name, owner }) => (
            <li key={key}>
              {local(name)}
              {owner && <span className="soft">, {local(owner.short)}</span>}
            </li>
          ))}
      </ol>
      {plan.leftOut.length > 0 && (
        <p>{t('leave.without', { names: plan.leftOut.map(({ name }) => local(name)).join('; ') })}</p>
      )}
      <ButtonLink to={`${base}/plan`} kind="quiet">
        {t('plan.title')}
      </ButtonLink>
    </Panel>
  );
}
