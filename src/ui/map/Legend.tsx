import { useState } from 'react';
import { useText } from '#ui/text.tsx';
import type { TextId } from '#ui/texts/ru/index.ts';
import type { LegendEntry } from './open-map.ts';
import styles from './PlaceMap.module.css';

const sectionTexts: Readonly<Record<number, TextId>> = {
  3: 'map.section-3',
  5: 'map.section-5',
  7: 'map.section-7',
  10: 'map.section-10',
  11: 'map.section-11',
  13: 'map.section-13',
};

/** Switches layers, grouped by the sections of the urban-planning information system. */
export function Legend({
  entries,
  onSwitch,
}: Readonly<{ entries: readonly LegendEntry[]; onSwitch(id: string, isShown: boolean): void }>) {
  const t = useText();
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(entries.filter(({ hidden }) => !hidden).map(({ id }) => id)),
  );
  const bySection = Map.groupBy(entries, ({ section }) => section ?? 0);
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setShown(next);
    onSwitch(id, next.has(id));
  };
  return (
    <details className={styles.legend}>
      <summary>{t('map.legend')}</summary>
      <div className={styles.sections}>
        {[...bySection]
          .sort(([a], [b]) => a - b)
          .map(([section, layers]) => (
            <fieldset key={section}>
              <legend>{t(sectionTexts[section] ?? 'map.section-other')}</legend>
              {layers.map(({ id, title, colour, parts }) => (
                <div key={id}>
                  <label>
                    <input type="checkbox" checked={shown.has(id)} onChange={() => toggle(id)} />
                    {parts.length === 0 && <Swatch colour={colour} />}
                    {title}
                  </label>
                  {shown.has(id) && parts.length > 0 && (
                    <ul>
                      {parts.map((part) => (
                        <li key={part.title}>
                          <Swatch colour={part.colour} /> {part.title}
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
              ))}
            </fieldset>
          ))}
      </div>
    </details>
  );
}

function Swatch({ colour }: Readonly<{ colour: string }>) {
  return (
    <svg width="14" height="14" aria-hidden="true">
      <rect x="1" y="1" width="12" height="12" rx="2" fill={colour} />
    </svg>
  );
}
