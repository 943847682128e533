import type { Part } from '#modules/applications/index.ts';
import { Details } from '#ui/details/Details.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { WhoseTime } from '#ui/whose-time/WhoseTime.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';

/** A part with the reason of its date in words. */
export type PartShown = Part & Readonly<{ whyDue?: string }>;

/** What a part waits for, whom its department asked, and how it ended. */
export function PartBody({ part }: Readonly<{ part: PartShown }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <div className={styles.part}>
      {part.awaits.length > 0 && (
        <p>{t('follow.awaits', { what: part.awaits.map(({ what }) => local(what)).join('; ') })}</p>
      )}
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
    </div>
  );
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
