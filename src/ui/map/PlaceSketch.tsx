import { useId } from 'react';
import type { Polygon } from '#kernel/geometry.ts';
import { useLanguage, useText } from '#ui/text.tsx';
import styles from './PlaceSketch.module.css';
import { type SketchGround, sketchOf } from './sketch.ts';

type PlaceSketchProps = Readonly<{
  outline: Polygon;
  /** `app.territory.surroundings(outline)`. */
  ground: SketchGround;
  /** What the place is called, for those who do not see the drawing. */
  name?: string;
}>;

/** A small map of a place with its neighbours, drawn by the server: no JavaScript, and it prints. */
export function PlaceSketch({ outline, ground, name }: PlaceSketchProps) {
  const t = useText();
  const sketch = sketchOf(ground, useLanguage());
  const { width, height, scale } = sketch;
  const frame = useId();
  const base = height - 14;
  return (
    <figure className={styles.sketch}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={name ? t('map.sketch-of', { name }) : t('map.sketch')}
        className={styles.drawing}
      >
        <clipPath id={frame}>
          <rect width={width} height={height} />
        </clipPath>
        <g clipPath={`url(#${frame})`}>
          <rect width={width} height={height} className={styles.paper} />
          {sketch.shapes.map(({ role, id, path }) => (
            <path key={`${role} ${id}`} d={path} className={styles[role]} />
          ))}
          <path d={sketch.place(outline)} className={styles.place} />
          {sketch.labels.map(({ kind, id, text, x, y, turn }) => (
            <text
              key={`${kind} ${id}`}
              className={styles[`${kind}-name`]}
              transform={`translate(${x} ${y}) rotate(${turn})`}
            >
              {text}
            </text>
          ))}
          <path d={`M14 ${base - 6}V${base}H${14 + scale.length}V${base - 6}`} className={styles.scale} />
          <text x={14 + scale.length / 2} y={base - 6} className={styles.measure}>
            {t('map.metres', { n: scale.metres })}
          </text>
          <path d={`M${width - 22} 34V14m-5 7l5 -7l5 7`} className={styles.scale} />
          <text x={width - 22} y={48} className={styles.measure}>
            {t('map.north')}
          </text>
        </g>
      </svg>
    </figure>
  );
}
