import { useLoaderData } from 'react-router';
import { indexPack } from '#modules/catalogue/index.ts';
import { type GraphItem, graphOf } from '#modules/planning/index.ts';
import { Flow } from '#ui/flow/Flow.tsx';
import type { FlowLane, FlowStep } from '#ui/flow/flow.ts';
import { page } from '#ui/page.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { namesIn } from '../names.ts';
import { orNotFound } from '../route-id.ts';
import { Condition, NamesOfConditions } from './Condition.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';

/** A situation as a graph: its services and steps, joined where one rests on what another gives. */
export const loader = page((request) => {
  const subject = subjectOf(request);
  const { pack } = subject;
  const index = indexPack(pack);
  const names = namesIn(pack);
  const items = graphOf(pack, orNotFound(index.situations.get(subject.id)));
  const conditions = [...new Set(items.flatMap(({ when }) => when ?? []))];
  const nameOf = ({ key, kind }: GraphItem) =>
    kind === 'service' ? names.service(key) : (index.steps.get(key)?.name ?? names.service(key));
  return {
    subject: headingOf(subject),
    names: subject.names,
    conditions,
    items: items.map((item) => ({
      ...item,
      name: nameOf(item),
      owner: names.departmentShort(item.ownerId),
      // A condition is named by its number: its words would not fit into a step.
      sign: item.when === undefined ? undefined : conditions.indexOf(item.when) + 1,
      needs: item.needs.map((need) => ({ ...need, outputs: need.outputs.map((id) => names.output(id).what) })),
    })),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type Item = Shown['items'][number];

export default function SituationGraphPage() {
  const { subject, items, conditions, names } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const laneOf = useLanes();
  const termOf = useTerms();
  const lanes = [...new Map(items.map((item) => [item.ownerId, laneOf(item)])).values()];
  return (
    <NamesOfConditions value={names}>
      <SubjectHead subject={subject} view="procedure" lead={t('graph.lead')} />
      <Flow
        title={t('graph.title', { situation: local(subject.name) })}
        description={items.map((item) => `${laneOf(item).name}: ${local(item.name)}`).join('. ')}
        lanes={lanes}
        steps={items.map((item): FlowStep => {
          const sign = item.sign === undefined ? undefined : t('graph.condition', { sign: `[${item.sign}]` });
          return {
            key: item.key,
            lane: item.ownerId,
            title: local(item.name),
            note: [termOf(item), sign].filter(Boolean).join(', '),
            isConditional: item.when !== undefined,
            after: item.needs.map(({ key }) => key),
          };
        })}
      />
      {conditions.length > 0 && (
        <Table
          caption={t('graph.conditions')}
          rows={conditions}
          rowKey={(when) => when}
          columns={[
            { name: t('graph.sign'), cell: (when) => `[${conditions.indexOf(when) + 1}]` },
            { name: t('design.when'), cell: (when) => <Condition when={when} /> },
          ]}
        />
      )}
      <Table caption={t('graph.items')} rows={items} rowKey={({ key }) => key} columns={useItemColumns(items)} />
    </NamesOfConditions>
  );
}

function useItemColumns(items: readonly Item[]): Column<Item>[] {
  const t = useText();
  const local = useLocal();
  const laneOf = useLanes();
  const termOf = useTerms();
  const makers = new Map(items.map(({ key, name }) => [key, name]));
  return [
    {
      name: t('design.item'),
      cell: ({ key, kind, name }) =>
        kind === 'service' ? <a href={`/work/catalogue/services/${key}/procedure`}>{local(name)}</a> : local(name),
    },
    { name: t('procedure.who'), cell: (item) => laneOf(item).name },
    { name: t('service.term'), cell: termOf },
    { name: t('design.when'), cell: ({ sign }) => (sign === undefined ? t('design.always') : `[${sign}]`) },
    {
      name: t('graph.rests-on'),
      cell: ({ needs }) =>
        needs.length > 0 && (
          <div>
            {needs.map(({ key, outputs, required }) => {
              const maker = makers.get(key);
              const what = outputs.map(local).join(', ');
              const edge = { what, maker: maker === undefined ? key : local(maker) };
              return <div key={key}>{t(required ? 'graph.edge' : 'graph.edge-optional', edge)}</div>;
            })}
          </div>
        ),
    },
  ];
}

function useLanes(): (item: Item) => FlowLane {
  const t = useText();
  const local = useLocal();
  return ({ ownerId, owner, kind }) =>
    kind === 'own'
      ? { key: ownerId, name: t('procedure.applicant'), kind: 'applicant' }
      : { key: ownerId, name: local(owner), kind: kind === 'service' ? 'city' : 'outside' };
}

function useTerms(): (item: Item) => string {
  const t = useText();
  const words = useWords();
  return ({ term, estimated }) => (estimated ? t('graph.estimated', { term: words.term(term) }) : words.term(term));
}
