import { useText } from '#ui/text.tsx';
import styles from './find.module.css';

const width = 380;
const row = 44;

/**
 * What the city does with one application, as a picture: one line becomes a line for each department.
 * Decoration: the sentence beside it says the same.
 */
export function FanOut({ departments }: Readonly<{ departments: readonly string[] }>) {
  const t = useText();
  const height = Math.max(departments.length, 2) * row;
  const middle = height / 2;
  return (
    <svg className={styles.fan} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {departments.map((department, at) => {
        const y = row / 2 + at * row + (height - departments.length * row) / 2;
        return (
          <g key={department}>
            <path d={`M96 ${middle}H120C180 ${middle} 150 ${y} 220 ${y}H244`} />
            <circle cx={250} cy={y} r={5} />
            <text x={266} y={y + 5}>
              {department}
            </text>
          </g>
        );
      })}
      <path className={styles.trunk} d={`M0 ${middle}H100`} />
      <text className={styles.trunkText} x={0} y={middle - 12}>
        {t('start.one')}
      </text>
    </svg>
  );
}
