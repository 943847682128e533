import { data, redirect, useActionData, useLoaderData } from 'react-router';
import { LeaveOut, SetEstimates } from '#modules/applications/commands.ts';
import { ButtonLink, ButtonRow } from '#ui/button/Button.tsx';
import { Details } from '#ui/details/Details.tsx';
import { formAction, page, textFields } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './draft.module.css';
import { draftOf } from './draft-view.ts';
import { EstimatesForm, type EstimatesRefused } from './EstimatesForm.tsx';
import { LeftOut } from './LeftOut.tsx';
import { OtherChoices } from './OtherChoices.tsx';
import { otherChoicesView } from './other-choices-view.ts';
import { PlanPicture, PlanSteps, PlanTable } from './PlanParts.tsx';
import { planView } from './plan-view.ts';
import { Way } from './Way.tsx';

/** The plan under the answers given; before questions and place there is none. */
export const loader = page(async (request) => {
  const view = await draftOf(request);
  const { draft, situation, questions, pack, next } = view;
  if (next.startsWith('triage/') || next === 'place') throw redirect(`/drafts/${draft.id}/${next}`);
  const first = questions[0];
  return {
    draftId: draft.id,
    situation: situation.name,
    plan: planView(view.plan, pack),
    choices: otherChoicesView(view),
    next: draft.content.applicant === undefined ? `/drafts/${draft.id}/applicant` : `/drafts/${draft.id}/${next}`,
    isBegun: draft.content.applicant !== undefined,
    ...(first ? { questions: `/drafts/${draft.id}/triage/${first.id}` } : {}),
  };
});

/**
 * What is left out or taken back; or the person's own lengths of work, of which those that cannot be planned are asked
 * again with what was typed.
 */
export const action = formAction(async ({ app, actor, param, form, text, explain }) => {
  const draftId = param('draft');
  const [leave, takeBack] = [text('leaveOut'), text('takeBack')];
  if (leave || takeBack) {
    const command = { draftId, item: leave || takeBack, leftOut: leave !== '' };
    await app.applications.leaveOut(actor, LeaveOut.parse(command));
    return redirect(`/drafts/${draftId}/plan#${leave ? 'left-out' : takeBack}`);
  }
  const typed = Object.fromEntries(textFields(form));
  const amounts = Object.keys(typed).filter((name) => name.startsWith('amount:'));
  const estimates = Object.fromEntries(
    amounts.map((name) => {
      const key = name.slice('amount:'.length);
      return [key, { amount: typed[name], unit: typed[`unit:${key}`] }];
    }),
  );
  try {
    await app.applications.setEstimates(actor, SetEstimates.parse({ draftId, estimates }));
    return redirect(`/drafts/${draftId}/plan`);
  } catch (error) {
    const problem = explain(error);
    if (problem === undefined || problem.status !== 422) throw error;
    const { title, whatToDo } = problem;
    return data<EstimatesRefused>({ title, whatToDo, typed }, { status: 422 });
  }
});

export default function PlanPage() {
  const { draftId, situation, plan, choices, next, isBegun, questions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const fees = words.fee({ amount: plan.fees, currency: 'RUB' });
  return (
    <>
      <Way at="plan" />
      <PageHead title={t('plan.title')} caption={local(situation)} />
      <div className={styles.end}>
        <p>
          {t('plan.end')}
          <time className={styles.date} dateTime={plan.endsOn}>
            {words.date(plan.endsOn)}
          </time>
          <span className="soft">
            {t('plan.end-why')} {plan.provisional && t('date.why-provisional')}
          </span>
        </p>
        <ButtonRow>
          <ButtonLink to={next}>{t(isBegun ? 'plan.go-on' : 'plan.next')}</ButtonLink>
        </ButtonRow>
      </div>
      <dl className={styles.figures}>
        <Figure name={t('plan.services')} value={String(plan.services)} />
        <Figure name={t('plan.departments')} value={String(plan.departments)} />
        <Figure name={t('plan.fees')} value={plan.areFeesOpen ? t('plan.at-most', { value: fees }) : fees} />
        {plan.askedOnceSavings > 0 && (
          <Figure name={t('plan.once')} value={t('plan.once-times', { n: plan.askedOnceSavings })} />
        )}
      </dl>
      <PlanPicture plan={plan} today={plan.startsOn} />
      <Panel title={t('plan.steps')}>
        <PlanSteps plan={plan} />
      </Panel>
      <LeftOut leftOut={plan.leftOut} />
      <OtherChoices choices={choices} />
      <EstimatesForm steps={plan.steps} refused={refused} />
      <Details summary={t('plan.table')}>
        <PlanTable plan={plan} />
      </Details>
      <ButtonRow>
        <ButtonLink to={next}>{t(isBegun ? 'plan.go-on' : 'plan.next')}</ButtonLink>
        {questions && <a href={questions}>{t('plan.change-answers')}</a>}
        <a href={`/drafts/${draftId}/place?other`}>{t('plan.change-place')}</a>
      </ButtonRow>
    </>
  );
}

function Figure({ name, value }: Readonly<{ name: string; value: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
