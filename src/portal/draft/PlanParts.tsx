import type { Localized } from '#kernel/language.ts';
import { Details } from '#ui/details/Details.tsx';
import { PlanLanes } from '#ui/plan-lanes/PlanLanes.tsx';
import { type Step, StepList } from '#ui/step-list/StepList.tsx';
import { Table } from '#ui/table/Table.tsx';
import { type Translate, useLocal, useText } from '#ui/text.tsx';
import { useWords, type Words } from '#ui/words.ts';
import styles from './draft.module.css';
import { LeaveOutForm } from './LeftOut.tsx';
import type { PlanStep, PlanView } from './plan-view.ts';

/** The hero of the product: lanes of the plan. */
export function PlanPicture({ plan, today }: Readonly<{ plan: PlanView; today: string }>) {
  const t = useText();
  const local = useLocal();
  const items = plan.steps.map((step) => ({
    key: step.key,
    number: step.number,
    name: local(step.name),
    owner: step.owner ? local(step.owner.short) : t('plan.you'),
    ownerKind:
      step.kind === 'service' ? ('city' as const) : step.kind === 'own' ? ('you' as const) : ('outside' as const),
    starts: step.starts,
    ends: step.ends,
    isCritical: step.isCritical,
    isUncertain: step.isUncertain,
    needs: step.needs,
  }));
  return <PlanLanes items={items} startsOn={plan.startsOn} endsOn={plan.endsOn} today={today} />;
}

type Wording = Readonly<{ t: Translate; local: (text: Localized) => string; words: Words }>;

/** How long, and why so long: in which case, or that answers may still shorten it. */
function termOf({ term: of, termCase, isEstimate, open }: PlanStep, { t, local, words }: Wording): string {
  const term = words.term(of);
  if (isEstimate) return t('plan.estimate', { term });
  if (open.includes('term')) return t('plan.at-most', { value: term });
  return termCase ? t('plan.term-case', { term, label: local(termCase) }) : term;
}

function feeOf({ fee, open }: PlanStep, { t, words }: Wording): string[] {
  if (fee.amount === 0) return [];
  return [open.includes('fee') ? t('plan.at-most', { value: words.fee(fee) }) : words.fee(fee)];
}

/** Who, how long, when: one line under a step's name. */
function stepMeta(step: PlanStep, owner: string, wording: Wording): string[] {
  const { t, words } = wording;
  const slack = !step.isCritical && step.slackDays > 0 ? [t('plan.slack', { n: step.slackDays })] : [];
  return [owner, termOf(step, wording), words.period(step.starts, step.ends), ...slack, ...feeOf(step, wording)];
}

/** All steps in order, each with its reason, what it waits for and its documents. */
export function PlanSteps({ plan }: Readonly<{ plan: PlanView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const steps = plan.steps.map((step): Step => {
    const owner = step.owner ? local(step.owner.name) : t('plan.you');
    return {
      key: step.key,
      mark: step.number,
      title: local(step.name),
      meta: stepMeta(step, owner, { t, local, words }),
      isCritical: step.isCritical,
      isUncertain: step.isUncertain,
      body: <StepBody step={step} />,
    };
  });
  return <StepList steps={steps} />;
}

function StepBody({ step }: Readonly<{ step: PlanStep }>) {
  const t = useText();
  const local = useLocal();
  const { after, bring, cityGets } = step;
  return (
    <>
      {step.isUncertain && <p className={styles.check}>{t('plan.check')}</p>}
      <p className={styles.reason}>{local(step.reason)}</p>
      {after.length > 0 && (
        <p className="soft">{t(after.length === 1 ? 'plan.after' : 'plan.after-many', { n: after.join(', ') })}</p>
      )}
      {step.mayLeaveOut && <LeaveOutForm step={step} />}
      {bring.length + cityGets.length > 0 && (
        <Details summary={`${t('plan.documents')} (${bring.length + cityGets.length})`}>
          {bring.length > 0 && <DocumentNames title={t('plan.bring')} names={bring.map(local)} />}
          {cityGets.length > 0 && <DocumentNames title={t('plan.city-gets')} names={cityGets.map(local)} />}
        </Details>
      )}
    </>
  );
}

function DocumentNames({ title, names }: Readonly<{ title: string; names: readonly string[] }>) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

/** The same plan in rows: for those who read tables, and for paper. */
export function PlanTable({ plan }: Readonly<{ plan: PlanView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <Table<PlanStep>
      caption={t('plan.table')}
      hideCaption
      rows={plan.steps}
      rowKey={({ key }) => key}
      columns={[
        { name: '№', cell: ({ number }) => number, isNumber: true },
        { name: t('plan.step'), cell: ({ name }) => local(name) },
        { name: t('plan.who'), cell: ({ owner }) => (owner ? local(owner.short) : t('plan.you')) },
        { name: t('plan.term'), cell: ({ term }) => words.term(term) },
        { name: t('plan.starts'), cell: ({ starts }) => words.date(starts, 'short'), isNumber: true },
        { name: t('plan.ends'), cell: ({ ends }) => words.date(ends, 'short'), isNumber: true },
      ]}
    />
  );
}
