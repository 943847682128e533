import type { Part } from '#modules/applications/index.ts';
import type { Confirmation } from '#modules/documents/index.ts';
import { ChangeList } from '#modules/forms/ui.ts';
import { Button, ButtonRow } from '#ui/button/Button.tsx';
import { Csrf } from '#ui/csrf.tsx';
import { Details } from '#ui/details/Details.tsx';
import { dateIn } from '#ui/format.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { WhoseTime } from '#ui/whose-time/WhoseTime.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';
import { RecordLater } from './RecordLater.tsx';

/** A part with the reason of its date in words, and what became of its register record since. */
export type PartShown = Part & Readonly<{ whyDue?: string; later?: Confirmation['later'] }>;

type PartBodyProps = Readonly<{ part: PartShown; applicationId: string; timeZone: string }>;

/** What a part waits for, whom its department asked, and how it ended. */
export function PartBody({ part, applicationId, timeZone }: PartBodyProps) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <div className={styles.part}>
      <Awaited awaits={part.awaits} />
      {part.requests.map((request) => (
        <p key={`${request.to.en} ${request.since}`}>
          {t(request.isAwaited ? 'follow.request' : 'follow.request-answered', {
            to: local(request.to),
            subject: local(request.subject),
            date: words.dateAs('until', request.dueOn),
          })}
        </p>
      ))}
      {part.stands && (
        <p>
          <b>{t('work.stands', { date: words.dateAs('since', part.stands.from) })}</b>:{' '}
          {t('work.stands-why', { reason: part.stands.reason, evidence: part.stands.evidence })}
        </p>
      )}
      {part.report && <p>{t('follow.reported', { date: words.dateAs('on', part.report.on) })}</p>}
      {part.result && <Result result={part.result} />}
      {part.later && <RecordLater later={part.later} />}
      <Asks asks={part.asks} timeZone={timeZone} />
      <Additions additions={part.additions} timeZone={timeZone} />
      {part.mayAdd && <AddToCase part={part} />}
      {part.mayApplyAgain && <ApplyAgain part={part} kind="second" />}
      {part.earlier.length > 0 && <Earlier earlier={part.earlier} />}
      {part.clock && (
        <Details summary={part.clock.now ? t('clock.title') : t('clock.spent')}>
          <WhoseTime clock={part.clock} isApplicant isInner />
        </Details>
      )}
      {part.whyDue && (
        <Details summary={t('follow.why-date')}>
          <p>{part.whyDue}</p>
        </Details>
      )}
      {part.mayWithdraw && (part.mayApplyAgain || part.awaits.some(({ failed }) => failed)) && (
        <p>
          <a href={`/applications/${applicationId}/withdraw?case=${part.caseId}`}>
            <span aria-hidden="true">{t('follow.withdraw-part')}</span>
            <span className="hidden">
              {t('follow.withdraw-part')}: {local(part.name)}
            </span>
          </a>
        </p>
      )}
    </div>
  );
}

/** What a part waits for; what comes only after the applicant applies again is said apart. */
function Awaited({ awaits }: Pick<Part, 'awaits'>) {
  const t = useText();
  const local = useLocal();
  const others = awaits.filter(({ failed }) => !failed);
  return (
    <>
      {others.length > 0 && <p>{t('follow.awaits', { what: others.map(({ what }) => local(what)).join('; ') })}</p>}
      {awaits
        .filter(({ failed }) => failed)
        .map(({ what }) => (
          <p key={what.en}>{t('follow.awaits-again', { what: local(what) })}</p>
        ))}
    </>
  );
}

/** What the officer asked for: awaited, or supplied on which day. */
function Asks({ asks, timeZone }: Pick<Part, 'asks'> & Readonly<{ timeZone: string }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return asks.map(({ id, text, dueOn, fields, suppliedAt }) => (
    <div key={id} className={styles.part}>
      <p>
        {suppliedAt
          ? t('ask.supplied', { date: words.date(dateIn(suppliedAt, timeZone)), fields: fields.map(local).join('; ') })
          : t('ask.your-turn', { date: words.date(dueOn) })}
      </p>
      {!suppliedAt && <p className="soft">{text}</p>}
    </div>
  ));
}

/** What the applicant added unasked: when, and what it changed. */
function Additions({ additions, timeZone }: Pick<Part, 'additions'> & Readonly<{ timeZone: string }>) {
  const t = useText();
  const words = useWords();
  return additions.map(({ id, at, note, documentIds, changed }) => (
    <Details key={id} summary={t('add.added', { date: words.dateAs('on', dateIn(at, timeZone)) })}>
      <p>{note}</p>
      {changed.length > 0 && <ChangeList changed={changed} />}
      {documentIds.map((documentId, index) => (
        <p key={documentId}>
          <a href={`/documents/${documentId}`}>{t('add.document', { n: index + 1 })}</a>
        </p>
      ))}
    </Details>
  ));
}

type AddToCaseProps = Readonly<{ part: Pick<Part, 'caseId' | 'name'>; kind?: 'first' | 'quiet' }>;

/** The way to add to a case that is under way. `first`: as the thing to do now. */
export function AddToCase({ part: { caseId, name }, kind = 'quiet' }: AddToCaseProps) {
  const t = useText();
  const local = useLocal();
  return (
    <form method="post">
      <Csrf />
      <Button kind={kind} name="add" value={caseId ?? ''}>
        {t('add.begin')}
        <span className="hidden">: {local(name)}</span>
      </Button>
    </form>
  );
}

type ApplyAgainProps = Readonly<{ part: Pick<Part, 'caseId' | 'mayApplyAgain'>; kind: 'first' | 'second' }>;

/** The way on after a refusal: a draft within the same application. `first`: with what it means, as the thing to do now. */
export function ApplyAgain({ part, kind }: ApplyAgainProps) {
  const t = useText();
  return (
    <form method="post" className={styles.part}>
      <Csrf />
      {kind === 'first' && <p>{t('follow.again-lead')}</p>}
      {kind === 'first' && part.mayApplyAgain?.isNeeded && <p>{t('follow.again-needed')}</p>}
      <ButtonRow>
        <Button kind={kind} name="again" value={part.caseId ?? ''}>
          {t('follow.again')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** How the cases before this one ended. */
function Earlier({ earlier }: Pick<Part, 'earlier'>) {
  const t = useText();
  return earlier.map(({ caseNumber, result }, at) => (
    <div key={caseNumber} className={styles.part}>
      {at === 0 && <p>{t('follow.after-refusal', { number: caseNumber })}</p>}
      {result && (
        <Details summary={t('follow.earlier', { number: caseNumber })}>
          <Result result={result} />
        </Details>
      )}
    </div>
  ));
}

function Result({ result }: Readonly<{ result: NonNullable<Part['result']> }>) {
  const t = useText();
  const local = useLocal();
  const { documentId, verifyCode, recordNumber, grounds, text } = result;
  return (
    <>
      {recordNumber && <p>{t('follow.record', { number: recordNumber })}</p>}
      {grounds.length > 0 && (
        <div className={styles.grounds}>
          <h4>{t('follow.grounds')}</h4>
          <ul>
            {grounds.map((ground) => (
              <li key={ground.text.en}>
                {local(ground.text)}
                {ground.clause && <p className="soft">{t('follow.clause', { clause: ground.clause })}</p>}
                {ground.fields.length > 0 && (
                  <p className="soft">
                    {t('follow.fields', { fields: ground.fields.map(({ label }) => local(label)).join('; ') })}
                  </p>
                )}
                {ground.cure && <p className="soft">{t('service.cure', { text: local(ground.cure) })}</p>}
              </li>
            ))}
          </ul>
          {text && <p>{text}</p>}
        </div>
      )}
      <p className={styles.line}>
        {documentId && <a href={`/documents/${documentId}`}>{t('follow.document')}</a>}
        {verifyCode && <a href={`/verify/${verifyCode}`}>{t('follow.verify')}</a>}
      </p>
    </>
  );
}
