import { useLoaderData } from 'react-router';
import { indexPack } from '#modules/catalogue/index.ts';
import { page } from '#ui/page.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { namesIn } from '../names.ts';
import { orNotFound } from '../route-id.ts';
import { Condition, NamesOfConditions } from './Condition.tsx';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';
import { Fact } from './Unverified.tsx';

/** A life situation as designed: its questions and the conditions under which each service belongs to it. */
export const loader = page((request) => {
  const subject = subjectOf(request);
  const { pack } = subject;
  const index = indexPack(pack);
  const situation = orNotFound(index.situations.get(subject.id));
  return {
    subject: headingOf(subject),
    names: subject.names,
    summary: situation.summary,
    unverified: situation.unverified,
    triage: situation.triage,
    items: situation.items.map((item) => {
      const id = 'service' in item ? item.service : item.step;
      const isService = 'service' in item;
      const { when, uncertain, reason } = item;
      const name = isService ? namesIn(pack).service(id) : (index.steps.get(id)?.name ?? { ru: id, tt: id, en: id });
      return { id, isService, name, when, uncertain, reason };
    }),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function SituationPage() {
  const shown = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  return (
    <NamesOfConditions value={shown.names}>
      <SubjectHead
        subject={shown.subject}
        view="passport"
        lead={<Fact unverified={shown.unverified}>{local(shown.summary)}</Fact>}
      />
      <Table caption={t('design.triage')} rows={shown.triage} rowKey={({ id }) => id} columns={useQuestionColumns()} />
      <Table
        caption={t('design.items')}
        rows={shown.items}
        rowKey={({ id, when }) => `${id} ${when ?? ''}`}
        columns={useItemColumns()}
      />
    </NamesOfConditions>
  );
}

function useQuestionColumns(): Column<Shown['triage'][number]>[] {
  const t = useText();
  const local = useLocal();
  return [
    { name: t('design.question'), cell: ({ label }) => local(label) },
    {
      name: t('design.options'),
      cell: ({ options }) => (
        <ul>
          {options.map(({ value, label, check }) => (
            <li key={value}>
              {local(label)}
              {check && <span className="soft"> ({t('design.check-option')})</span>}
            </li>
          ))}
        </ul>
      ),
    },
    { name: t('design.when'), cell: ({ when }) => <Condition when={when} /> },
  ];
}

function useItemColumns(): Column<Shown['items'][number]>[] {
  const t = useText();
  const local = useLocal();
  return [
    {
      name: t('design.item'),
      cell: ({ id, isService, name }) =>
        isService ? (
          <a href={`/work/catalogue/services/${id}`}>{local(name)}</a>
        ) : (
          <>
            {local(name)} <span className="soft">({t('design.kind-step')})</span>
          </>
        ),
    },
    { name: t('design.when'), cell: ({ when }) => <Condition when={when} /> },
    {
      name: t('design.uncertain'),
      cell: ({ uncertain }) => (uncertain === undefined ? '' : <Condition when={uncertain} />),
    },
    { name: t('design.reason'), cell: ({ reason }) => local(reason) },
  ];
}
