import { useLoaderData } from 'react-router';
import { indexPack, type Performer, type ProcedureStep, procedureOf } from '#modules/catalogue/index.ts';
import { Flow } from '#ui/flow/Flow.tsx';
import type { FlowLane, FlowStep } from '#ui/flow/flow.ts';
import { page } from '#ui/page.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { Condition, NamesOfConditions } from './Condition.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';

/** The way of a case through the service: who does what, in which order, within which terms. */
export const loader = page((request) => {
  const subject = subjectOf(request);
  const { term, target, grounds } = indexPack(subject.pack).services.get(subject.id) ?? {};
  return {
    subject: headingOf(subject),
    names: subject.names,
    steps: procedureOf(subject.pack, subject.id),
    term,
    target,
    intakeGrounds: subject.pack.intakeGrounds.length,
    grounds: grounds?.length ?? 0,
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ProcedurePage() {
  const shown = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { subject, steps, term, target } = shown;
  const titleOf = useTitles(shown);
  const laneOf = useLanes();
  const lanes = [...new Map(steps.map(({ performer }) => [laneOf(performer).key, laneOf(performer)])).values()];
  return (
    <NamesOfConditions value={shown.names}>
      <SubjectHead subject={subject} view="procedure" lead={t('procedure.lead')} />
      {term && (
        <p>
          {t('procedure.term', { term: words.term(term), from: t(`term.from-${term.from}`) })}
          {target && ` ${t('procedure.target', { term: words.term(target) })}`}
        </p>
      )}
      <Flow
        title={t('procedure.title', { service: local(subject.name) })}
        description={steps.map((step) => `${laneOf(step.performer).name}: ${titleOf(step)}`).join('. ')}
        lanes={lanes}
        steps={steps.map((step): FlowStep => {
          const notes = [
            step.kind === 'await' && t('procedure.awaited'),
            step.term && words.term(step.term),
            step.conditions.length > 0 && t('procedure.maybe'),
          ];
          return {
            key: step.key,
            lane: laneOf(step.performer).key,
            title: titleOf(step),
            note: notes.filter(Boolean).join(', '),
            isEnd: ['file', 'result', 'record'].includes(step.kind),
            isConditional: step.conditions.length > 0 || step.kind === 'rejected' || step.kind === 'await',
            after: step.after,
          };
        })}
      />
      <Table
        caption={t('procedure.table')}
        rows={steps}
        rowKey={({ key }) => key}
        columns={useStepColumns(shown, { titleOf, laneOf })}
      />
    </NamesOfConditions>
  );
}

type Naming = Readonly<{ titleOf: (step: ProcedureStep) => string; laneOf: (performer: Performer) => FlowLane }>;

function useStepColumns({ steps }: Shown, { titleOf, laneOf }: Naming): Column<ProcedureStep>[] {
  const t = useText();
  const words = useWords();
  const numbers = new Map(steps.map(({ key }, at) => [key, at + 1]));
  return [
    { name: '№', cell: ({ key }) => numbers.get(key), isNumber: true },
    { name: t('procedure.step'), cell: titleOf },
    { name: t('procedure.who'), cell: ({ performer }) => laneOf(performer).name },
    { name: t('service.term'), cell: ({ term }) => term && words.term(term) },
    {
      name: t('design.when'),
      cell: ({ kind, conditions }) =>
        (kind === 'await' || conditions.length > 0) && (
          <div>
            {kind === 'await' && t('procedure.awaited')}
            {conditions.map((when) => (
              <Condition key={when} when={when} />
            ))}
          </div>
        ),
    },
    { name: t('procedure.after'), cell: ({ after }) => after.map((key) => numbers.get(key)).join(', ') },
  ];
}

/** What each step is called: its kind, and what it is done with. */
function useTitles({ intakeGrounds, grounds }: Shown): (step: ProcedureStep) => string {
  const t = useText();
  const local = useLocal();
  return ({ kind, subjects }) => {
    const what = subjects.map(local).join('; ');
    if (kind === 'request' || kind === 'await') return what;
    return t(`procedure.step-${kind}`, { what, n: kind === 'rejected' ? intakeGrounds : grounds });
  };
}

function useLanes(): (performer: Performer) => FlowLane {
  const t = useText();
  const local = useLocal();
  return (performer) => {
    if (performer.kind === 'applicant') return { key: 'applicant', name: t('procedure.applicant'), kind: 'applicant' };
    if (performer.kind === 'district') return { key: 'district', name: t('procedure.district'), kind: 'outside' };
    if (performer.kind === 'department') {
      return { key: 'department', name: local(performer.who.name), kind: 'city' };
    }
    const name = performer.who.map((one) => local(one.name)).join(', ');
    return { key: performer.who.map(({ id }) => id).join(' '), name, kind: 'outside' };
  };
}
