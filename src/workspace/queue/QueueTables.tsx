import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { DueText } from '../DueText.tsx';
import type { NamedOutput } from '../names.ts';
import { CaseTag, RequestTag } from '../StatusTags.tsx';
import type { CaseRow, RequestRow } from './queue-view.ts';

type AwaitsProps = Readonly<{ awaits: readonly NamedOutput[]; isAfterTag?: boolean }>;

/** What a case waits for, each with who gives it. `isAfterTag`: a tag just before it says already that it waits. */
export function Awaits({ awaits, isAfterTag = false }: AwaitsProps) {
  const t = useText();
  const local = useLocal();
  if (awaits.length === 0) return null;
  const named = awaits.map(({ what, from, failed }) => {
    if (failed) return t('work.waits-for-applicant', { what: local(what) });
    return from ? t('work.waits-for-from', { what: local(what), from: local(from) }) : local(what);
  });
  const what = named.join('; ');
  return <>{isAfterTag ? what : t('work.waits-for', { what })}</>;
}

/** Cases of a list. */
export function CaseTable({ rows, caption }: Readonly<{ rows: readonly CaseRow[]; caption: string }>) {
  const t = useText();
  const local = useLocal();
  const columns: Column<CaseRow>[] = [
    {
      name: t('work.case'),
      isTitle: true,
      cell: ({ id, number }) => (
        <a href={`/work/cases/${id}`} data-key={id} className="number">
          {number}
        </a>
      ),
    },
    { name: t('work.service'), isTitle: true, cell: ({ service }) => local(service) },
    {
      name: t('work.state'),
      cell: ({ status, outcome, toCheck, awaits, again }) => (
        <div>
          <CaseTag status={status} outcome={outcome} /> {again && <small>{t('work.again-short')}</small>}{' '}
          {toCheck && status !== 'waiting' && <small>{t('work.check-needed')}</small>}{' '}
          <small>
            <Awaits awaits={awaits} isAfterTag={status === 'waiting'} />
          </small>
        </div>
      ),
    },
    { name: t('work.owner'), cell: ({ officer }) => officer ?? <span className="soft">{t('work.nobody')}</span> },
    {
      name: t('work.due'),
      cell: ({ due, status }) =>
        due || status === 'waiting' ? <DueText due={due} isShort /> : <span className="soft">{t('work.ended')}</span>,
    },
  ];
  return <Table caption={caption} hideCaption columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

/** Requests of a list. */
export function RequestTable(props: Readonly<{ rows: readonly RequestRow[]; caption: string; isAsking: boolean }>) {
  const t = useText();
  const local = useLocal();
  const columns: Column<RequestRow>[] = [
    {
      name: t('work.question'),
      isTitle: true,
      cell: ({ id, subject }) => (
        <a href={`/work/requests/${id}`} data-key={id}>
          {local(subject)}
        </a>
      ),
    },
    { name: t(props.isAsking ? 'work.to' : 'work.from'), cell: ({ other }) => local(other) },
    { name: t('work.case'), cell: ({ caseNumber }) => <span className="number">{caseNumber}</span> },
    { name: t('work.state'), cell: ({ status }) => <RequestTag status={status} /> },
    { name: t('work.owner'), cell: ({ officer }) => officer ?? <span className="soft">{t('work.nobody')}</span> },
    { name: t('work.due'), cell: ({ due }) => <DueText due={due} isShort /> },
  ];
  return <Table caption={props.caption} hideCaption columns={columns} rows={props.rows} rowKey={({ id }) => id} />;
}
