import { fieldTypes } from '#modules/forms/index.ts';
import { AnswerList, ChangeList } from '#modules/forms/ui.ts';
import { Details } from '#ui/details/Details.tsx';
import { dateIn } from '#ui/format.ts';
import { Notice } from '#ui/notice/Notice.tsx';
import { useLanguage, useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { DueText } from '../DueText.tsx';
import { Awaits } from '../queue/QueueTables.tsx';
import { CaseTag, RequestTag } from '../StatusTags.tsx';
import styles from '../work.module.css';
import type { CaseView } from './case-view.ts';
import { GroundList } from './GroundChoice.tsx';

type Filed = NonNullable<CaseView['filed']>;

/** What was asked and answered: first for this service, the rest folded. */
export function ApplicationPart({ filed, timeZone }: Readonly<{ filed: Filed; timeZone: string }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { answers, provenance } = filed;
  const documents = new Map(filed.documents.map((one) => [one.id, one]));
  const read = { answers, provenance, documents, reader: 'officer' } as const;
  return (
    <section className={styles.section} aria-labelledby="application">
      <h2 id="application">{t('work.application-of', { number: filed.number, subject: local(filed.subject) })}</h2>
      <p>
        {t('work.applicant')}: <b>{filed.applicant}</b>. {t('work.received')}: {words.date(filed.receivedOn)}
      </p>
      {filed.leftOut.length > 0 && <p>{t('work.left-out', { names: filed.leftOut.map(local).join('; ') })}</p>}
      {filed.again && <AgainPart again={filed.again} />}
      {filed.asks.map((ask) => (
        <AskPart key={ask.id} ask={ask} timeZone={timeZone} documents={documents} />
      ))}
      {filed.additions.map((addition) => (
        <AdditionPart key={addition.id} addition={addition} timeZone={timeZone} documents={documents} />
      ))}
      <Details summary={t('work.answers-own')} isOpen>
        <div className={styles.answers}>
          <AnswerList form={filed.own} {...read} />
        </div>
      </Details>
      {filed.other.pages.length > 0 && (
        <Details summary={t('work.answers-other')}>
          <div className={styles.answers}>
            <AnswerList form={filed.other} {...read} />
          </div>
        </Details>
      )}
    </section>
  );
}

type AskPartProps = Readonly<{
  ask: Filed['asks'][number];
  timeZone: string;
  documents: ReadonlyMap<string, Filed['documents'][number]>;
}>;

/** What the applicant was asked to supply: awaited until when, or the answers with the day on which they were added. */
function AskPart({ ask, timeZone, documents }: AskPartProps) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { text, dueOn, fields, suppliedAt, form, answers, provenance } = ask;
  if (suppliedAt === undefined || form === undefined || answers === undefined)
    return (
      <Notice kind="plain" title={t('work.asks')}>
        <p>{t('work.asks-open', { date: words.date(dueOn), fields: fields.map(local).join('; ') })}</p>
        <p>{text}</p>
      </Notice>
    );
  return (
    <Notice title={t('work.asks-added', { date: words.date(dateIn(suppliedAt, timeZone)) })}>
      <p>{text}</p>
      <AnswerList form={form} answers={answers} provenance={provenance ?? {}} documents={documents} reader="officer" />
    </Notice>
  );
}

type AdditionPartProps = Readonly<{ addition: Filed['additions'][number] }> & Omit<AskPartProps, 'ask'>;

/** What the applicant added unasked: when, what they say, what stood there before, and the documents. */
function AdditionPart({ addition: { at, note, changed, documentIds }, timeZone, documents }: AdditionPartProps) {
  const t = useText();
  const words = useWords();
  return (
    <Notice kind="turn" title={t('work.added', { date: words.instant(at, timeZone) })}>
      <p>{note}</p>
      {changed.length > 0 && <ChangeList changed={changed} />}
      {documentIds.map((id) => (
        <p key={id}>
          <a href={`/documents/${id}`}>{documents.get(id)?.name ?? id}</a>
        </p>
      ))}
    </Notice>
  );
}

/** That the service was applied for again, after which refusal, and what the applicant changed. */
function AgainPart({ again: { caseId, number, changed } }: Readonly<{ again: NonNullable<Filed['again']> }>) {
  const t = useText();
  return (
    <Notice kind="turn" title={t('work.again', { number })}>
      <p>
        <a href={`/work/cases/${caseId}`}>{t('work.case-number', { number })}</a>
      </p>
      <p>{t(changed.length === 0 ? 'work.again-same' : 'work.again-changed')}</p>
      {changed.length > 0 && <ChangeList changed={changed} />}
    </Notice>
  );
}

/** All files of the application. */
export function DocumentsPart({ documents }: Pick<Filed, 'documents'>) {
  const t = useText();
  return (
    <section className={styles.section} aria-labelledby="documents">
      <h2 id="documents">{t('work.documents')}</h2>
      {documents.length === 0 && <p className="soft">{t('work.no-documents')}</p>}
      <ul className={`${styles.lines} ${styles.columns}`}>
        {documents.map(({ id, name, href, origin }) => (
          <li key={id}>
            <a href={href}>{name}</a>
            <small>{t(`work.document-${origin}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other cases of the same application and where each stands. */
export function SiblingsPart({ siblings }: Pick<Filed, 'siblings'>) {
  const t = useText();
  const local = useLocal();
  return (
    <section className={styles.section} aria-labelledby="siblings">
      <h2 id="siblings">{t('work.siblings')}</h2>
      {siblings.length === 0 && <p className="soft">{t('work.no-siblings')}</p>}
      <ul className={styles.lines}>
        {siblings.map((row) => (
          <li key={row.id}>
            <a href={`/work/cases/${row.id}`}>{local(row.service)}</a>
            <small>{[local(row.department), row.officer].filter(Boolean).join(', ')}</small>
            <CaseTag status={row.status} outcome={row.outcome} />
            {row.due && <DueText due={row.due} isShort />}
            <small>
              <Awaits awaits={row.awaits} isAfterTag={row.status === 'waiting'} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whom the department asked about the case. */
export function RequestsPart({ requests }: Pick<CaseView, 'requests'>) {
  const t = useText();
  const local = useLocal();
  return (
    <section className={styles.section} aria-labelledby="requests">
      <h2 id="requests">{t('work.requests')}</h2>
      {requests.length === 0 && <p className="soft">{t('work.no-requests')}</p>}
      <ul className={styles.lines}>
        {requests.map(({ id, subject, to, status, due }) => (
          <li key={id}>
            <a href={`/work/requests/${id}`}>{local(subject)}</a>
            <small>{local(to)}</small>
            <RequestTag status={status} />
            {(status === 'started' || status === 'assigned') && <DueText due={due} isShort />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How the case ends or ended: the drafted or signed decision, or the refusal of intake. */
export function DecisionPart({ view }: Readonly<{ view: CaseView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { decision, phase, intake, people } = view;
  const nameOf = (id: string) => people[id] ?? t('work.no-name');
  if (phase.status === 'rejected') {
    return (
      <section className={styles.section} aria-labelledby="decision">
        <h2 id="decision">{t('work.status-rejected')}</h2>
        <GroundList grounds={intake} />
        {phase.comment && <p className={styles.letter}>{phase.comment}</p>}
      </section>
    );
  }
  if (decision === undefined || decision.phase.status === 'sentBack') return null;
  const signed = decision.phase.status === 'signed' ? decision.phase : undefined;
  return (
    <section className={styles.section} aria-labelledby="decision">
      <h2 id="decision">
        {signed ? t('work.decision-number', { number: signed.number }) : t('work.decision')}:{' '}
        {t(`work.decision-${decision.outcome}`)}
      </h2>
      {decision.outcome === 'granted' && decision.document && <p>{local(decision.document)}</p>}
      <GroundList grounds={decision.grounds} />
      <p className={styles.letter}>{decision.text}</p>
      <DraftedFields view={view} />
      <p className="soft">
        {t('work.draft-by', { name: nameOf(decision.draftedBy) })}
        {signed && <>. {t('work.signed-by', { name: nameOf(signed.signedBy), date: words.date(signed.on) })}</>}
      </p>
      {signed && (
        <ul className={styles.lines}>
          <li>
            <a href={`/documents/${signed.documentId}`}>{t('work.decision-download')}</a>
          </li>
          <li>
            <a href={`/verify/${signed.verifyCode}`}>{t('follow.verify')}</a>
          </li>
          {signed.record && (
            <li>
              <a href={`/work/records/${signed.record.id}`}>
                {t('work.record-number', { number: signed.record.number })}
              </a>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** What will be entered in the register, as the officer typed it: who signs reads it first. */
function DraftedFields({ view }: Readonly<{ view: CaseView }>) {
  const local = useLocal();
  const show = useShownRecord();
  const { decision, work } = view;
  if (decision?.outcome !== 'granted' || work.record.length === 0 || decision.phase.status === 'signed') return null;
  return (
    <ul className={styles.lines}>
      {work.record.map((asked) => (
        <li key={asked.id}>
          <small>{local(asked.question.element.label)}</small>
          {show(asked, decision.fields[asked.id] ?? [])}
        </li>
      ))}
    </ul>
  );
}

/** A typed field of a record in words. */
function useShownRecord() {
  const language = useLanguage();
  return ({ question: { element } }: CaseView['work']['record'][number], raw: readonly string[]): string => {
    const type = fieldTypes[element.type];
    const read = type.read(raw, element);
    return read.ok && read.value !== undefined ? type.show(read.value, element, language) : raw.join(' ').trim() || '-';
  };
}

/** What happened, newest first, in plain words. */
export function HistoryPart({ view }: Readonly<{ view: CaseView }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const who = (by: string): string => {
    const [kind, id = ''] = by.split(':');
    if (kind === 'employee') return view.people[id] ?? t('work.no-name');
    return t(kind === 'person' ? 'history.applicant' : 'history.system');
  };
  return (
    <section className={styles.section} aria-labelledby="history">
      <h2 id="history">{t('work.history')}</h2>
      <ul className={styles.lines}>
        {view.history.map(({ key, at, by, what, subject, to, date, comment }) => (
          <li key={key}>
            <small className="number">{words.instant(at, view.timeZone)}</small>
            <span>
              {t(`history.${what}`, {
                what: subject ? local(subject) : '',
                subject: subject ? local(subject) : '',
                to: to ? local(to) : '',
                date: date ? words.dateAs(what === 'CaseSuspended' ? 'since' : 'until', date) : '',
              })}
              {comment && <>: {comment}</>}
            </span>
            <small>{who(by)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
