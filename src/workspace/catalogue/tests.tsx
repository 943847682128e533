import { useLoaderData } from 'react-router';
import { page } from '#ui/page.ts';
import { type Column, Table } from '#ui/table/Table.tsx';
import { Tag } from '#ui/tag/Tag.tsx';
import { useText } from '#ui/text.tsx';
import styles from '../work.module.css';
import { useCellWords } from './case-words.ts';
import { SubjectHead } from './SubjectHead.tsx';
import { headingOf, subjectOf } from './subject.ts';

/** The lawyers' cases of a service or situation, tried on the rules in force: given, expected, and what came of it. */
export const loader = page(async (request) => {
  const subject = subjectOf(request);
  const tried = await request.app.design.tryCases(subject.kind, subject.id);
  const cases = tried.flatMap((table) => table.cases);
  return {
    subject: headingOf(subject),
    folder: subject.pack.city.id,
    version: subject.pack.city.version,
    passed: cases.filter(({ failures }) => failures.length === 0).length,
    failed: cases.filter(({ failures }) => failures.length > 0).length,
    tables: tried.map(({ table: { title, file, usual }, cases: ofTable, read }) => ({
      title,
      file,
      usual: Object.entries(usual).map(([column, cell]) => read.given(column, cell)),
      cases: ofTable.map(({ one, failures }) => ({
        name: one.name,
        line: one.line,
        given: Object.entries(one.given).map(([column, cell]) => read.given(column, cell)),
        expected: Object.entries(one.expected).map(([column, cell]) => read.expected(column, cell)),
        failures: failures.map(({ column, faults }) => ({
          cell: read.expected(column, ''),
          faults: faults.map((fault) => ({
            fault,
            words:
              fault.kind === 'word'
                ? [read.word(column, fault.word)]
                : fault.kind === 'found'
                  ? fault.values.map((value) => read.word(column, value))
                  : [],
          })),
        })),
      })),
    })),
  };
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;
type CasesOfTable = Shown['tables'][number];
type Case = CasesOfTable['cases'][number];

export default function TestsPage() {
  const { subject, folder, version, passed, failed, tables } = useLoaderData<typeof loader>();
  const t = useText();
  return (
    <>
      <SubjectHead subject={subject} view="tests" lead={t('cases.lead', { version })} />
      {tables.length === 0 ? (
        <p>{t('cases.none', { folder: `cities/${folder}/tests` })}</p>
      ) : (
        <p>
          <Tag kind={failed > 0 ? 'alarm' : 'done'}>{t('cases.count', { passed, failed })}</Tag>
        </p>
      )}
      {tables.map((table) => (
        <CaseTable key={`${table.file} ${table.title}`} table={table} />
      ))}
    </>
  );
}

function CaseTable({ table }: Readonly<{ table: CasesOfTable }>) {
  const t = useText();
  const words = useCellWords();
  const columns: Column<Case>[] = [
    {
      name: t('cases.case'),
      isTitle: true,
      cell: ({ name, line }) => (
        <>
          {name}
          <div className={`${styles.code} soft`}>{t('cases.stands', { file: table.file, line })}</div>
        </>
      ),
    },
    { name: t('cases.given'), cell: ({ given }) => <Cells cells={given} /> },
    { name: t('cases.expected'), cell: ({ expected }) => <Cells cells={expected} /> },
    { name: t('cases.verdict'), cell: (one) => <VerdictOf one={one} /> },
  ];
  return (
    <section className={styles.section}>
      <h2>{table.title}</h2>
      {table.usual.length > 0 && (
        <p>
          {t('cases.usual', {
            facts: words
              .facts(table.usual)
              .map(({ name, value }) => `${name} ${value}`)
              .join('; '),
          })}
        </p>
      )}
      <Table caption={table.title} hideCaption rows={table.cases} rowKey={({ line }) => `${line}`} columns={columns} />
    </section>
  );
}

function Cells({ cells }: Readonly<{ cells: Case['given'] }>) {
  const words = useCellWords();
  if (cells.length === 0) return null;
  return (
    <div>
      {words.facts(cells).map(({ name, value }) => (
        <div key={name}>
          <span className="soft">{name}</span> {value}
        </div>
      ))}
    </div>
  );
}

/** What came of a case: that it holds, or each thing that does not. */
function VerdictOf({ one: { failures } }: Readonly<{ one: Case }>) {
  const t = useText();
  const words = useCellWords();
  if (failures.length === 0) return <Tag kind="done">{t('cases.passed')}</Tag>;
  return (
    <div>
      <Tag kind="alarm">{t('cases.failed')}</Tag>
      {failures.map(({ cell, faults }) => (
        <div key={`${cell.column.key} ${cell.column.of?.en}`}>
          {words.column(cell.column)}: {faults.map(words.fault).join('; ')}
        </div>
      ))}
    </div>
  );
}
