import { DefinitionList, type Fact } from '#ui/definition-list/DefinitionList.tsx';
import { Details } from '#ui/details/Details.tsx';
import { PlaceSketch } from '#ui/map/PlaceSketch.tsx';
import { Table } from '#ui/table/Table.tsx';
import { useLocal, useText } from '#ui/text.tsx';
import { useWords } from '#ui/words.ts';
import { Awaits } from '../queue/QueueTables.tsx';
import styles from '../work.module.css';
import type { CaseView } from './case-view.ts';

type Due = NonNullable<CaseView['due']>;

/** Why a date is what it is: one sentence and the days one by one. */
export function WhyDate({ due }: Readonly<{ due: Pick<Due, 'why' | 'rows'> }>) {
  const t = useText();
  return (
    <Details summary={t('work.why-date')}>
      <p>{due.why}</p>
      <Table
        caption={t('work.why-date')}
        hideCaption
        rows={due.rows}
        rowKey={({ period, what }) => `${period} ${what}`}
        columns={[
          { name: t('work.period'), cell: ({ period }) => period },
          { name: t('work.days'), cell: ({ days }) => days, isNumber: true },
          { name: t('work.what-counts'), cell: ({ what }) => what },
        ]}
      />
    </Details>
  );
}

/** The clock of a case: until when, how long still, who has it, and why this date. */
export function CaseClock({ view }: Readonly<{ view: CaseView }>) {
  const t = useText();
  const words = useWords();
  const { due, row } = view;
  const standing = due?.standing;
  const tone = { overdue: styles.clockOver, lastDay: styles.clockLast, left: '' }[standing?.standing ?? 'left'];
  return (
    <section className={`${styles.clock} ${tone}`} aria-labelledby="clock">
      <h2 id="clock" className="hidden">
        {t('work.clock')}
      </h2>
      {due ? (
        <strong>{words.dated(t('work.until', { date: words.dateAs('until', due.on) }), due)}</strong>
      ) : (
        <strong>{t('work.no-due')}</strong>
      )}
      {view.stands && standing && (
        <>
          <p>
            <b>{t('work.stands', { date: words.dateAs('since', view.stands.from, 'day') })}</b>:{' '}
            {t('work.stands-why', { reason: view.stands.reason, evidence: view.stands.evidence })}
          </p>
          <p className="soft">{t('work.stands-slides')}</p>
        </>
      )}
      {standing?.standing === 'left' && <p>{t('work.left', { n: standing.days })}</p>}
      {standing?.standing === 'lastDay' && <p>{t('work.last-day')}</p>}
      {standing?.standing === 'overdue' && <p>{t('work.overdue', { n: standing.days })}</p>}
      {due && !standing && <p>{t('work.ended')}</p>}
      <p>
        {t('work.owner')}: <b>{row.officer ?? t('work.nobody')}</b>
      </p>
      {row.awaits.length > 0 && (
        <p>
          <Awaits awaits={row.awaits} />
        </p>
      )}
      {due && <WhyDate due={due} />}
    </section>
  );
}

type Filed = NonNullable<CaseView['filed']>;

/** The place of an application: a sketch with its neighbours and what the city's layers say. */
export function PlacePane({ place, ground }: Pick<Filed, 'place' | 'ground'>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  const restrictions = place?.restrictions.map(({ name }) => local(name)).join('; ');
  const distance = place?.stormSewerDistance;
  const facts: Fact[] = place
    ? [
        ...(place.cadastralNumber ? [{ name: t('place.cadastral-number'), value: place.cadastralNumber }] : []),
        ...(place.address ? [{ name: t('place.address'), value: local(place.address) }] : []),
        { name: t('place.district'), value: local(place.district.name) },
        ...(place.zone ? [{ name: t('place.zone'), value: `${place.zone.code}, ${local(place.zone.name)}` }] : []),
        { name: t('place.area'), value: t('place.square-metres', { n: words.number(place.area) }) },
        { name: t('place.restrictions'), value: restrictions || t('place.no-restrictions') },
        ...(distance === undefined
          ? []
          : [{ name: t('place.storm-sewer'), value: t('place.metres', { n: words.number(distance) }) }]),
      ]
    : [];
  const name = place?.cadastralNumber ?? (place?.address && local(place.address));
  return (
    <section className={styles.section} aria-labelledby="place">
      <h2 id="place">{t('work.place')}</h2>
      {!place && <p className="soft">{t('work.no-place')}</p>}
      {place && ground && <PlaceSketch outline={place.outline} ground={ground} {...(name ? { name } : {})} />}
      {place && <DefinitionList facts={facts} dense />}
      {place?.synthetic && <p className="soft">{t('place.synthetic')}</p>}
    </section>
  );
}

/** The list the case stands in, with this case marked: the next one is one key away. */
export function QueuePane({ queue, caseId }: Readonly<{ queue: CaseView['queue']; caseId: string }>) {
  const t = useText();
  const local = useLocal();
  const words = useWords();
  return (
    <nav aria-label={t('work.queue')} className={styles.queuePane}>
      <a href={queue && queue.list !== 'open' ? `/work?list=${queue.list}` : '/work'}>{t('work.back-to-queue')}</a>
      {queue && (
        <>
          <h2>{t(`work.list-${queue.list}`)}</h2>
          <ol>
            {queue.rows.map((row) => (
              <li key={row.id}>
                <a href={`/work/cases/${row.id}`} aria-current={row.id === caseId ? 'page' : undefined}>
                  <b>
                    <span className="number">{row.number}</span>
                  </b>
                  {local(row.service)}
                  {row.due && (
                    <span className={row.due.standing === 'overdue' ? styles.overdue : 'soft'}>
                      {' '}
                      {words.dated(t('work.until', { date: words.dateAs('until', row.due.on, 'day') }), row.due)}
                      {row.due.standing === 'overdue' && `, ${t('work.overdue', { n: row.due.days })}`}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </nav>
  );
}
