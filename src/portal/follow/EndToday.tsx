import type { FollowView, NamedCause } from '#modules/applications/index.ts';
import { Details } from '#ui/details/Details.tsx';
import { dateIn } from '#ui/format.ts';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import styles from './follow.module.css';

type EndTodayProps = Readonly<{
  view: Pick<FollowView, 'causes' | 'shortenings' | 'moves' | 'closures' | 'endsOn' | 'ending'> &
    Readonly<{ timeZone: string; now: Readonly<{ endsOn: string; provisional: boolean; days: number }> }>;
}>;

/**
 * The end as it stands today, large; how it moved and because of whom; and what the applicant can do about it. Where
 * nobody works on it any more and something lacks, there is no end to promise.
 */
export function EndToday({ view }: EndTodayProps) {
  const t = useText();
  if (view.ending !== 'lacking') return <End view={view} />;
  return (
    <div className={styles.end}>
      <p className={styles.over}>{t('end.lacking')}</p>
      <p className="soft">{t('end.lacking-lead')}</p>
    </div>
  );
}

function End({ view }: EndTodayProps) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const { now, causes, shortenings, endsOn } = view;
  return (
    <div className={styles.end}>
      <p>
        {t(view.ending === 'complete' ? 'end.complete' : 'end.today')}
        <time className={styles.date} dateTime={now.endsOn}>
          {words.date(now.endsOn)}
        </time>
        <span className="soft">
          {now.days === 0
            ? t('end.as-planned')
            : t(now.days > 0 ? 'end.later' : 'end.earlier', { n: Math.abs(now.days), date: words.date(endsOn) })}{' '}
          {now.provisional && t('date.why-provisional')}
        </span>
      </p>
      {now.days !== 0 && causes.length > 0 && <Causes causes={causes} closures={view.closures} />}
      {shortenings.length > 0 && (
        <div className={styles.part}>
          <h2>{t('end.shorten')}</h2>
          <ul>
            {shortenings.map(({ name, days }) => (
              <li key={name.en}>{t('end.shorten-by', { what: local(name), n: days })}</li>
            ))}
          </ul>
        </div>
      )}
      {view.moves.length > 0 && (
        <Details summary={t('end.history')}>
          <ul>
            {view.moves.map(({ at, from, to, causes: why }) => (
              <li key={at}>
                {words.date(dateIn(at, view.timeZone), 'day')}:{' '}
                {t('end.moved', { from: words.date(from), to: words.date(to) })}
                <Causes causes={why} closures={view.closures} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}

/** A clock stands for the applicant, who has no name here, or for somebody else. */
const stoodFor = (owner: NamedCause['owner']) => (owner === undefined ? 'stood' : 'stood-other');

type CausesProps = Readonly<{ causes: readonly NamedCause[]; closures: readonly string[] }>;

function Causes({ causes, closures }: CausesProps) {
  const t = useText();
  const local = useLocal();
  return (
    <ul>
      {causes.map(({ key, name, owner, law, stood, days, because }) => (
        <li key={key}>
          {because && days > 0
            ? t(`end.cause-${because}`, { what: local(name), n: days })
            : t(`end.${stood ? stoodFor(owner) : (law ?? 'cause')}-${days > 0 ? 'longer' : 'shorter'}`, {
                owner: owner ? local(owner) : t('plan.you'),
                what: local(name),
                n: Math.abs(days),
              })}
          {law === 'calendar' && closures.length > 0 && ` (${closures.join('; ')})`}
        </li>
      ))}
    </ul>
  );
}
