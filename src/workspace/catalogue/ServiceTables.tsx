import { type Column, Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from '../work.module.css';
import { Condition } from './Condition.tsx';
import type { Passport } from './service.tsx';
import { Fact } from './Unverified.tsx';

type OfPassport = Readonly<{ passport: Passport }>;

/** What is asked. */
export function InputTable({ passport }: OfPassport) {
  const t = useText();
  const local = useLocal();
  const columns: Column<Passport['inputs'][number]>[] = [
    {
      name: t('design.element'),
      cell: ({ value, unverified }) => (
        <div>
          <Fact unverified={unverified}>{local(value.element.label)}</Fact>{' '}
          <span className={styles.code}>{value.element.id}</span>
        </div>
      ),
    },
    { name: t('design.type'), cell: ({ value }) => <span className={styles.code}>{value.element.type}</span> },
    { name: t('design.required'), cell: ({ value }) => t(value.required ? 'design.yes' : 'design.no') },
    { name: t('design.when'), cell: ({ value }) => <Condition when={value.when} /> },
  ];
  return (
    <Table
      caption={t('design.inputs')}
      rows={passport.inputs}
      rowKey={({ value }) => `${value.element.id} ${value.when ?? ''}`}
      columns={columns}
    />
  );
}

/** Documents and who brings each. */
export function EvidenceTable({ passport }: OfPassport) {
  const t = useText();
  const local = useLocal();
  const columns: Column<Passport['evidence'][number]>[] = [
    {
      name: t('work.documents'),
      cell: ({ value, unverified }) => <Fact unverified={unverified}>{local(value.name)}</Fact>,
    },
    {
      name: t('design.provider'),
      cell: ({ value }) =>
        t(`design.provider-${value.provider}`, { from: value.from.map(({ name }) => local(name)).join(', ') }),
    },
    { name: t('design.required'), cell: ({ value }) => t(value.required ? 'design.yes' : 'design.no') },
    { name: t('design.when'), cell: ({ value }) => <Condition when={value.when} /> },
  ];
  return (
    <Table
      caption={t('design.evidence')}
      rows={passport.evidence}
      rowKey={({ value }) => `${value.name.en} ${value.when ?? ''}`}
      columns={columns}
    />
  );
}

/** Why the service may be refused. */
export function GroundTable({ passport }: OfPassport) {
  const t = useText();
  const local = useLocal();
  const columns: Column<Passport['grounds'][number]>[] = [
    {
      name: t('work.grounds'),
      cell: ({ value, unverified }) => <Fact unverified={unverified}>{local(value.text)}</Fact>,
    },
    { name: t('work.clause', { clause: '' }).replace(/[:\s]+$/, ''), cell: ({ value }) => value.clause },
    { name: t('design.cure'), cell: ({ value }) => value.cure && local(value.cure) },
  ];
  return (
    <Table caption={t('design.grounds')} rows={passport.grounds} rowKey={({ value }) => value.id} columns={columns} />
  );
}

/** What officers usually ask others. */
export function RequestTable({ passport }: OfPassport) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  if (passport.requests.length === 0) return null;
  const columns: Column<Passport['requests'][number]>[] = [
    {
      name: t('work.request'),
      cell: ({ value, unverified }) => <Fact unverified={unverified}>{local(value.request.name)}</Fact>,
    },
    {
      name: t('work.to'),
      cell: ({ value }) =>
        value.to === 'district' ? t('design.district') : value.to.map(({ name }) => local(name)).join(', '),
    },
    { name: t('work.question'), cell: ({ value }) => local(value.request.question) },
    { name: t('service.term'), cell: ({ value }) => words.term(value.request.term) },
  ];
  return (
    <Table
      caption={t('design.requests')}
      rows={passport.requests}
      rowKey={({ value }) => value.request.id}
      columns={columns}
    />
  );
}
