import { redirect, useLoaderData } from 'react-router';
import { AddToCase, ApplyAgain, SupplyAsked } from '#modules/applications/commands.ts';
import { dateIn } from '#ui/format.ts';
import { LivePage } from '#ui/live/LivePage.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { formAction, type PageRequest, page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { Panel } from '#ui/panel/Panel.tsx';
import { type Step, StepList } from '#ui/step-list/StepList.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { PlanPicture } from '../draft/PlanParts.tsx';
import { planView } from '../draft/plan-view.ts';
import { EndToday } from './EndToday.tsx';
import styles from './follow.module.css';
import { PartBody, type PartShown } from './PartBody.tsx';
import { StatusTag } from './StatusTag.tsx';
import { YourTurn } from './YourTurn.tsx';

/** Every part of an application: who has it, since when, until when, and what it waits for. */
export const loader = page(async ({ app, actor, param, language, explainDue, url }) => {
  const view = await app.applications.follow(actor, param('application'));
  const { timeZone } = app.catalogue.current.city;
  const later = await Promise.all(view.parts.map(({ result }) => laterOf(app, result)));
  const shown = view.parts.map(
    (part, at): PartShown => ({
      ...part,
      ...(part.due ? { whyDue: explainDue(part.due, language) } : {}),
      later: later[at] ?? [],
    }),
  );
  return {
    ...view,
    parts: shown,
    plan: planView(view.now.plan, app.catalogue.current),
    now: { endsOn: view.now.plan.endsOn, provisional: view.now.plan.provisional, days: view.now.change.days },
    today: dateIn(app.clock.now().toString(), timeZone),
    timeZone,
    isSupplied: url.searchParams.get('done') === 'supply',
  };
});

/** What newer documents did to the record that a part ended in. */
async function laterOf({ documents }: PageRequest['app'], result: PartShown['result']) {
  if (result?.recordNumber === undefined || result.verifyCode === undefined) return [];
  return (await documents.verify(result.verifyCode))?.later ?? [];
}

/** Begins a correction, an addition or the answer to what an officer asked; the person goes on in its draft. */
export const action = formAction(async ({ app, actor, param, text }) => {
  const applicationId = param('application');
  const added = text('add');
  if (added) {
    const { id } = await app.applications.addToCase(actor, AddToCase.parse({ applicationId, caseId: added }));
    return redirect(`/drafts/${id}`);
  }
  const [caseId, askId] = text('supply').split(':');
  const { id } = askId
    ? await app.applications.supply(actor, SupplyAsked.parse({ applicationId, caseId, askId }))
    : await app.applications.applyAgain(actor, ApplyAgain.parse({ applicationId, caseId: text('again') }));
  return redirect(`/drafts/${id}`);
});

export default function FollowPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const turns = new Set(view.yourTurn.map(({ key }) => key));
  const numbers = new Map(view.plan.steps.map(({ key, number, isCritical }) => [key, { number, isCritical }]));
  const steps = view.parts.map((part): Step => {
    const owner = part.owner ? local(part.owner) : t('plan.you');
    const since = part.since
      ? [t('follow.since', { date: words.dateAs('since', dateIn(part.since, view.timeZone), 'day') })]
      : [];
    const until = part.due
      ? [
          <b key="due">
            {words.dated(t('follow.until', { date: words.dateAs('until', part.due.on) }), part.due.derivation)}
          </b>,
        ]
      : [];
    return {
      key: part.key,
      mark: numbers.get(part.key)?.number,
      title: local(part.name),
      meta: [
        <StatusTag key="status" status={part.status} isRefused={part.result?.outcome === 'refused'} />,
        owner,
        ...since,
        ...until,
      ],
      isCritical: numbers.get(part.key)?.isCritical ?? false,
      isYourTurn: turns.has(part.key),
      body: <PartBody part={part} applicationId={view.applicationId} timeZone={view.timeZone} />,
    };
  });
  return (
    <LivePage topic={`application:${view.applicationId}`}>
      <PageHead title={t('follow.title', { number: view.number })} caption={local(view.situation)} />
      {view.isSupplied && (
        <div role="status">
          <Notice title={t('follow.supplied')} />
        </div>
      )}
      {view.withdrawnAt ? (
        <Notice
          kind="plain"
          title={t('follow.withdrawn', { date: words.date(dateIn(view.withdrawnAt, view.timeZone)) })}
        >
          <p>{t('follow.withdrawn-lead')}</p>
        </Notice>
      ) : (
        <>
          <EndToday view={view} />
          <YourTurn view={view} />
        </>
      )}
      {view.ending !== 'lacking' && <PlanPicture plan={view.plan} today={view.today} />}
      <Panel title={t('follow.parts')}>
        <StepList steps={steps} />
        {view.leftOut.length > 0 && <p>{t('leave.without', { names: view.leftOut.map(local).join('; ') })}</p>}
      </Panel>
      <p className={styles.line}>
        <a href={`/applications/${view.applicationId}/receipt`}>{t('follow.receipt')}</a>
        {view.mayWithdraw && <a href={`/applications/${view.applicationId}/withdraw`}>{t('follow.withdraw-all')}</a>}
      </p>
    </LivePage>
  );
}
