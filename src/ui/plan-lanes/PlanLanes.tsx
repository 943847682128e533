import { formatDate, monthName } from '#ui/format.ts';
import { Legend, type Sign } from '#ui/legend/Legend.tsx';
import { type Translate, useLanguage, useText } from '#ui/text.tsx';
import {
  type Bar,
  curveOf,
  type Drawing,
  fitsBeforeEnd,
  type LaneItem,
  layOut,
  linksOf,
  scaleOf,
  size,
} from './lanes.ts';
import styles from './PlanLanes.module.css';

type PlanLanesProps = Readonly<{ items: readonly LaneItem[]; startsOn: string; endsOn: string; today: string }>;

/**
 * The plan as lanes, one for each who works on it, with the critical path drawn strong. Drawn on the server, prints.
 * It says nothing that the list of steps beside it does not say; on a phone only the list is shown.
 */
export function PlanLanes({ items, startsOn, endsOn, today }: PlanLanesProps) {
  const t = useText();
  const language = useLanguage();
  const drawing = layOut(items, startsOn, endsOn);
  const critical = items.filter((item) => item.isCritical).map((item) => item.name);
  const label = t('lanes.label', { count: items.length, end: formatDate(endsOn, language), path: critical.join(', ') });
  return (
    <figure className={styles.figure}>
      <svg className={styles.drawing} viewBox={`0 0 ${drawing.width} ${drawing.height}`} role="img" aria-label={label}>
        <Grid drawing={drawing} />
        <Links drawing={drawing} />
        {drawing.bars.map((bar) => (
          <PlanBar key={bar.item.key} bar={bar} />
        ))}
        <Marks {...{ drawing, startsOn, endsOn, today }} />
      </svg>
      <Legend
        signs={signsOf(
          t,
          items.some((item) => item.isUncertain),
        )}
      />
    </figure>
  );
}

function Grid({ drawing }: Readonly<{ drawing: Drawing }>) {
  const language = useLanguage();
  return (
    <>
      {drawing.ticks.map(({ x, year, month }) => {
        const name = month === 1 ? String(year) : monthName(month, language);
        return (
          <g key={`${year}-${month}`}>
            <line className={styles.tick} x1={x} x2={x} y1={size.top - 8} y2={drawing.height - 8} />
            {fitsBeforeEnd(x + 4, name) && (
              <text className={styles.month} x={x + 4} y={size.top - 10}>
                {name}
              </text>
            )}
          </g>
        );
      })}
      {drawing.lanes.map(({ owner, lines, y, height }) => (
        <g key={owner}>
          <line className={styles.lane} x1={0} x2={drawing.width} y1={y} y2={y} />
          {lines.map((line, at) => (
            <text key={line} className={styles.owner} x={0} y={y + height / 2 + 5 + (at - (lines.length - 1) / 2) * 17}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}

function Links({ drawing }: Readonly<{ drawing: Drawing }>) {
  return linksOf(drawing.bars).map((link) => (
    <path
      key={`${link.from.item.key} ${link.to.item.key}`}
      className={link.isStrong ? `${styles.link} ${styles.strong}` : styles.link}
      d={curveOf(link)}
    />
  ));
}

function PlanBar({ bar }: Readonly<{ bar: Bar }>) {
  const { item, x, y, width } = bar;
  const kind = item.isUncertain ? styles.uncertain : item.isCritical ? styles.critical : '';
  const onCritical = item.isCritical && !item.isUncertain ? styles.onCritical : '';
  return (
    <g>
      <rect className={`${styles.bar} ${kind}`} x={x} y={y} width={width} height={size.bar} rx={3} />
      <text className={`${styles.number} ${onCritical}`} x={x + size.bar / 2} y={y + 15.5}>
        {item.number}
      </text>
      {bar.label !== 'none' && (
        <text
          className={bar.label === 'after' ? styles.name : onCritical}
          x={bar.label === 'after' ? x + width + 6 : x + size.bar + 6}
          y={y + 15.5}
        >
          {item.name}
        </text>
      )}
    </g>
  );
}

function Marks(props: Readonly<{ drawing: Drawing; startsOn: string; endsOn: string; today: string }>) {
  const { drawing, startsOn, endsOn, today } = props;
  const t = useText();
  const language = useLanguage();
  const x = scaleOf(startsOn, endsOn);
  const end = x(endsOn);
  return (
    <>
      {today >= startsOn && today <= endsOn && (
        <g>
          <line className={styles.today} x1={x(today)} x2={x(today)} y1={20} y2={drawing.height - 4} />
          <text className={styles.todayText} x={x(today) + 5} y={16}>
            {t('lanes.today')}
          </text>
        </g>
      )}
      <line className={styles.end} x1={end} x2={end} y1={20} y2={drawing.height - 4} />
      <text className={styles.endText} x={end} y={16}>
        {formatDate(endsOn, language)}
      </text>
    </>
  );
}

/** The signs of the drawing; the one of what is not certain only where something is. */
function signsOf(t: Translate, hasUncertain: boolean): Sign[] {
  const uncertain = { className: `${styles.bar} ${styles.uncertain}`, text: t('lanes.uncertain') };
  return [
    { className: `${styles.bar} ${styles.critical}`, text: t('lanes.critical') },
    { className: `${styles.bar}`, text: t('lanes.parallel') },
    ...(hasUncertain ? [uncertain] : []),
  ];
}
