import { useId } from 'react';
import { Legend } from '#ui/legend/Legend.tsx';
import { useText } from '#ui/text.tsx';
import styles from './Flow.module.css';
import {
  type Arrow,
  drawFlow,
  type FlowLane,
  type FlowStep,
  flowSize,
  type LaneBox,
  pathOf,
  type StepBox,
} from './flow.ts';

type FlowProps = Readonly<{
  /** What the drawing is, in a few words. */
  title: string;
  /** What it shows, in sentences: for those who do not see it. */
  description: string;
  lanes: readonly FlowLane[];
  steps: readonly FlowStep[];
}>;

/** A box that scrolls is reached by the keyboard, or those without a mouse would never see its right half. */
const reachable = { tabIndex: 0 };

/**
 * Who does what after what, in the style of the plan's lanes. Drawn on the server, prints; where it is wider than the
 * page it scrolls in a box of its own. Whoever uses it sets a table beside it that says the same.
 */
export function Flow({ title, description, lanes, steps }: FlowProps) {
  const t = useText();
  const id = useId();
  const drawing = drawFlow(lanes, steps);
  return (
    <figure className={styles.figure}>
      <section className={styles.box} aria-label={title} {...reachable}>
        <LaneNames lanes={drawing.lanes} height={drawing.height} />
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          width={drawing.width}
          height={drawing.height}
          role="img"
          aria-labelledby={`${id}-title ${id}-description`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-description`}>{description}</desc>
          <defs>
            <marker
              id={`${id}-head`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              orient="auto"
            >
              <path className={styles.head} d="M0 0.5L7.5 4L0 7.5z" />
            </marker>
          </defs>
          {drawing.lanes.map((box) => (
            <g key={box.lane.key}>
              <line className={styles.lane} x1={0} x2={box.width} y1={box.y} y2={box.y} />
              <LaneName box={box} />
            </g>
          ))}
          {drawing.arrows.map((arrow) => (
            <ArrowLine key={`${arrow.from} ${arrow.to}`} arrow={arrow} head={`url(#${id}-head)`} />
          ))}
          {drawing.steps.map((box) => (
            <StepShape key={box.step.key} box={box} />
          ))}
        </svg>
      </section>
      {steps.some(({ isConditional }) => isConditional) && (
        <Legend
          signs={[
            { className: `${styles.step}`, text: t('flow.always') },
            { className: `${styles.step} ${styles.conditional}`, text: t('flow.conditional') },
          ]}
        />
      )}
    </figure>
  );
}

const LaneName = ({ box }: Readonly<{ box: LaneBox }>) => (
  <Lines className={styles.owner} lines={box.lines} x={0} y={box.y + flowSize.lanePad} />
);

/** The names once more, over those in the drawing: they stay in view while it is moved to the left. */
function LaneNames({ lanes, height }: Readonly<{ lanes: readonly LaneBox[]; height: number }>) {
  const width = flowSize.left - flowSize.pad;
  return (
    <svg className={styles.names} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {lanes.map((box) => (
        <g key={box.lane.key}>
          <line className={styles.lane} x1={0} x2={width} y1={box.y} y2={box.y} />
          <LaneName box={box} />
        </g>
      ))}
    </svg>
  );
}

type LinesProps = Readonly<{ lines: readonly string[]; x: number; y: number; className?: string | undefined }>;

function Lines({ lines, x, y, className }: LinesProps) {
  return lines.map((line, at) => {
    const base = y + flowSize.line * (at + 0.8);
    return (
      <text key={base} className={className} x={x} y={base}>
        {line}
      </text>
    );
  });
}

function ArrowLine({ arrow, head }: Readonly<{ arrow: Arrow; head: string }>) {
  const kind = arrow.isConditional ? `${styles.arrow} ${styles.maybe}` : styles.arrow;
  return <path className={kind} d={pathOf(arrow.points)} markerEnd={head} />;
}

function StepShape({ box }: Readonly<{ box: StepBox }>) {
  const { step, x, y, width, height, lines, noteLines } = box;
  const kind = step.isEnd ? styles.end : step.isConditional ? styles.conditional : '';
  const onEnd = step.isEnd ? styles.onEnd : '';
  const left = x + flowSize.pad;
  const top = y + flowSize.pad;
  return (
    <g>
      <rect className={`${styles.step} ${kind}`} x={x} y={y} width={width} height={height} rx={3} />
      <Lines className={onEnd} lines={lines} x={left} y={top} />
      <Lines className={`${styles.note} ${onEnd}`} lines={noteLines} x={left} y={top + lines.length * flowSize.line} />
    </g>
  );
}
