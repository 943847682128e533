import { useLoaderData } from 'react-router';
import type { RegisterRecord } from '#modules/registers/index.ts';
import { DefinitionList } from '#ui/definition-list/DefinitionList.tsx';
import { PlaceSketch } from '#ui/map/PlaceSketch.tsx';
import { page } from '#ui/page.ts';
import { PageHead } from '#ui/page-head/PageHead.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { routeId } from '../route-id.ts';
import styles from '../work.module.css';

/** One record of a register with its place, document and case. Records name people: reading one is audited. */
export const loader = page(async (request) => {
  const { app, actor } = request;
  const record = await app.registers.getRecord(actor, routeId(request, 'record'));
  const { id, applicationId } = record;
  await app.audit.record(app.db, actor, [
    { action: 'registers.read', subject: 'registerRecord', subjectId: id, applicationId },
  ]);
  const outline = record.place?.type === 'Polygon' ? record.place : undefined;
  const isOwn = actor.kind === 'employee' && actor.departmentId === record.departmentId;
  return {
    record,
    register: app.catalogue.current.registers.find((register) => register.id === record.registerId)?.name,
    outline,
    ground: outline ? await app.territory.surroundings(outline) : undefined,
    mayOpenCase: isOwn || (actor.kind === 'employee' && actor.roles.includes('auditor')),
  };
});

export default function RecordPage() {
  const { record, register, outline, ground, mayOpenCase } = useLoaderData<typeof loader>();
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <>
      <PageHead
        title={t('registers.record', { number: record.number })}
        {...(register ? { caption: local(register) } : {})}
        back={`/work/registers/${record.registerId}`}
      />
      <div className={`${styles.panes} ${styles.twoPanes}`}>
        <section aria-labelledby="fields" className={styles.section}>
          <h2 id="fields">{t('registers.fields')}</h2>
          <DefinitionList
            dense
            facts={[
              { name: t('registers.status'), value: t(`registers.status-${record.status}`) },
              { name: t('registers.entered'), value: words.date(record.enteredOn) },
              ...record.fields.map(({ label, shown }) => ({ name: local(label), value: shown })),
            ]}
          />
          <ul className={styles.lines}>
            <li>
              <a href={`/documents/${record.documentId}`}>{t('work.decision-download')}</a>
            </li>
            {mayOpenCase && (
              <li>
                <a href={`/work/cases/${record.caseId}`}>{t('registers.open-case')}</a>
              </li>
            )}
          </ul>
          <History record={record} />
        </section>
        {outline && ground && (
          <section aria-labelledby="place" className={styles.section}>
            <h2 id="place">{t('work.place')}</h2>
            <PlaceSketch outline={outline} ground={ground} />
          </section>
        )}
      </div>
    </>
  );
}

/** What later decisions made of the record, the earliest first: each with its document, and what stood there before. */
function History({ record }: Readonly<{ record: RegisterRecord }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { amendments = [], enteredOn, documentId } = record;
  if (amendments.length === 0) return null;
  const steps = [{ act: 'enter' as const, on: enteredOn, documentId, fields: [] }, ...amendments];
  return (
    <section aria-labelledby="history" className="stack">
      <h2 id="history">{t('registers.history')}</h2>
      <ol className={styles.lines}>
        {steps.map((step) => (
          <li key={step.documentId}>
            {t(`registers.act-${step.act}`)} {words.date(step.on)} ·{' '}
            <a href={`/documents/${step.documentId}`}>{t('registers.document')}</a>
            {step.fields.map(({ id, label, shown, before = '—' }) => (
              <p key={id} className="soft">
                {t('registers.written', { label: local(label), before, after: shown })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
