import { useLoaderData } from 'react-router';
import type { Localized } from '#kernel/language.ts';
import type { WhatIf } from '#modules/applications/index.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import { Button } from '#ui/button/Button.tsx';
import { Details } from '#ui/details/Details.tsx';
import { Notice } from '#ui/notice/Notice.tsx';
import { type PageRequest, page } from '#ui/page.ts';
import { PlanLanes } from '#ui/plan-lanes/PlanLanes.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { namesIn } from '../names.ts';
import { orNotFound } from '../route-id.ts';
import styles from '../work.module.css';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';
import { WhatIfForm } from './WhatIfForm.tsx';
import { questionOf, supposedIn } from './what-if-question.ts';

/** A plan under sample answers, and what other terms or days off would make of it. Nothing is stored: all is in the address. */
export const loader = page(async (request) => {
  const subject = subjectOf(request);
  const { pack } = subject;
  const situation = orNotFound(indexPack(pack).situations.get(subject.id));
  const { searchParams: params } = request.url;
  const question = questionOf(situation, params);
  const asItIs = orNotFound((await planned(request, question)).answer);
  const suppose = supposedIn(question, asItIs.plan, params);
  const { answer, refused } = suppose === undefined ? {} : await planned(request, suppose);
  const words = answer?.supposed?.words;
  return {
    subject: headingOf(subject),
    questions: situation.triage.map(({ id, label, options }) => ({
      id,
      label,
      options: options.map((option) => ({ value: option.value, label: option.label })),
      chosen: question.triage[id] ?? '',
    })),
    calendars: pack.calendars.map(({ id, name }) => ({ id, name })),
    given: Object.fromEntries(params),
    startsOn: asItIs.plan.startsOn,
    plan: shown(pack, asItIs.plan),
    ...(refused ? { refused } : {}),
    ...(answer?.supposed && words
      ? {
          would: {
            plan: shown(pack, answer.supposed.plan),
            effects: words.effects,
            items: [...words.items.values()],
            requests: words.requests,
            end: words.end,
          },
        }
      : {}),
  };
});

/** The answer, or what the rules refuse: told beside the form, which keeps what was typed. */
async function planned(
  { app, explain }: PageRequest,
  question: Parameters<PageRequest['app']['applications']['planWhatIf']>[0],
) {
  try {
    const made = await app.applications.planWhatIf(question);
    return made.ok ? { answer: made.value } : {};
  } catch (error) {
    const problem = explain(error);
    if (problem?.status !== 422) throw error;
    return { refused: { title: problem.title, whatToDo: problem.whatToDo } };
  }
}

function shown(pack: Pack, { items, startsOn, endsOn }: WhatIf['plan']) {
  const { steps } = indexPack(pack);
  const names = namesIn(pack);
  return {
    startsOn,
    endsOn,
    items: items.map(({ key, kind, ownerId, term, starts, ends, critical, status, needs }, at) => ({
      key,
      kind,
      number: at + 1,
      name: steps.get(key)?.name ?? names.service(key),
      owner: names.departmentShort(ownerId),
      term: { amount: term.amount, unit: term.unit },
      starts,
      ends,
      isCritical: critical,
      isUncertain: status === 'check',
      needs,
    })),
  };
}

export type WhatIfView = ReturnType<typeof useLoaderData<typeof loader>>;

export default function WhatIfPage() {
  const view = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <>
      <SubjectHead subject={view.subject} view="what-if" lead={t('what-if.lead')} />
      {view.refused && (
        <div role="alert">
          <Notice kind="alarm" title={view.refused.title}>
            <p>{view.refused.whatToDo}</p>
          </Notice>
        </div>
      )}
      {view.would && (
        <section className={styles.section} aria-labelledby="difference">
          <h2 id="difference">{local(view.would.end)}</h2>
          <Sentences all={view.would.effects} />
          <Lanes title={t('what-if.would')} plan={view.would.plan} />
          <Folded name={t('what-if.items')} all={view.would.items} />
          <Folded name={t('what-if.requests')} all={view.would.requests} />
        </section>
      )}
      <section className={styles.section}>
        <Lanes title={t('what-if.is')} plan={view.plan} />
      </section>
      <form method="get" className={styles.section}>
        <WhatIfForm view={view} />
        <Button>{t('what-if.count')}</Button>
      </form>
    </>
  );
}

function Folded({ name, all }: Readonly<{ name: string; all: readonly Localized[] }>) {
  if (all.length === 0) return null;
  return (
    <Details summary={`${name} (${all.length})`}>
      <Sentences all={all} />
    </Details>
  );
}

function Sentences({ all }: Readonly<{ all: readonly Localized[] }>) {
  const local = useLocal();
  return (
    <ul>
      {all.map((sentence) => (
        <li key={sentence.en}>{local(sentence)}</li>
      ))}
    </ul>
  );
}

function Lanes({ title, plan }: Readonly<{ title: string; plan: WhatIfView['plan'] }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const items = plan.items.map((item) => ({
    ...item,
    name: local(item.name),
    owner: item.kind === 'own' ? t('procedure.applicant') : local(item.owner),
    ownerKind: ({ service: 'city', own: 'you', outside: 'outside' } as const)[item.kind],
  }));
  return (
    <>
      <h3>{t('what-if.ends', { plan: title, date: words.date(plan.endsOn) })}</h3>
      <PlanLanes items={items} startsOn={plan.startsOn} endsOn={plan.endsOn} today={plan.startsOn} />
    </>
  );
}
