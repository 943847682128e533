import type { NamedClock, NamedOwner } from '#modules/applications/index.ts';
import { type Translate, useLocal, useText } from '#ui/text.tsx';
import styles from './WhoseTime.module.css';

const hour = 3_600_000;

/** Milliseconds as "3 days 4 hours"; whole hours, rounded down. */
export function durationWords(t: Translate, milliseconds: number): string {
  const hours = Math.floor(milliseconds / hour);
  const [d, h] = [Math.floor(hours / 24), hours % 24];
  return hours === 0 ? t('clock.under-hour') : t('clock.duration', { d, h, both: d > 0 && h > 0 ? 'yes' : 'no' });
}

type WhoseTimeProps = Readonly<{
  clock: NamedClock;
  /** The reader is the applicant: the own time is "yours". */
  isApplicant?: boolean;
  /** Without a heading of its own, inside a part that has one. */
  isInner?: boolean;
}>;

/** Whose time runs now, whose all of it was so far, and whose delay it is. */
export function WhoseTime({ clock, isApplicant = false, isInner = false }: WhoseTimeProps) {
  const t = useText();
  const local = useLocal();
  const nameOf = ({ kind, name }: NamedOwner): string => {
    if (kind === 'applicant') return t(isApplicant ? 'clock.you' : 'clock.applicant');
    return name ? local(name) : t(kind === 'city' ? 'clock.city' : 'clock.thirdParty');
  };
  const { now, wall, owners, late, bookings } = clock;
  return (
    <section className={styles.clock} aria-label={t('clock.title')}>
      {!isInner && <h2>{t('clock.title')}</h2>}
      {now && (
        <p>
          {t('clock.now', { owner: nameOf(now.owner) })} <span className="soft">({t(`clock.${now.because}`)})</span>
        </p>
      )}
      <p>{t('clock.of-case', { all: durationWords(t, wall) })}</p>
      <ul>
        {owners.map(({ owner, spent }) => (
          <li key={`${owner.kind} ${owner.name?.en ?? ''}`}>
            {nameOf(owner)}: <span className="number">{durationWords(t, spent)}</span>
          </li>
        ))}
      </ul>
      {late > 0 && (
        <>
          <p className={styles.late}>{t('clock.late', { n: late })}</p>
          <ul>
            {bookings.map(({ owner, days, isRequest }) => (
              <li key={`${owner.kind} ${owner.name?.en ?? ''} ${isRequest}`}>
                {t('clock.late-of', { owner: nameOf(owner), n: days })}
                {isRequest && <span className="soft"> ({t('clock.late-request')})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
