import { type ReactNode, useRef } from 'react';
import type { Polygon } from '#kernel/geometry.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';
import { useText } from '#ui/text.tsx';
import { DrawingTools } from './DrawingTools.tsx';
import { Legend } from './Legend.tsx';
import canvas from './MapCanvas.module.css';
import type { Bounds, MapView } from './open-map.ts';
import { PlaceAnswer } from './PlaceAnswer.tsx';
import styles from './PlaceMap.module.css';
import { ToolChoice } from './ToolChoice.tsx';
import { TypedCorners } from './TypedCorners.tsx';
import { type MapTool, usePlace } from './use-place.ts';

export type PlaceMapProps = Readonly<{
  /** What the reader may do; with none the map only shows. */
  tools?: readonly MapTool[];
  /** The box around the city in degrees: `app.territory.bounds()`. */
  bounds: Bounds;
  /** The place as it is chosen now. */
  outline?: Polygon;
  /** Names of the form's controls: for a plot's number, an outline as text, and whether the chosen place was left as it is. */
  names?: Readonly<{ parcel: string; outline: string; kept: string }>;
  /** Corners the person typed before. */
  typed?: string;
  /** Shown until the map is there, and where there is no JavaScript: a `PlaceSketch`, for example. */
  children?: ReactNode;
  onChoose?(place: PlaceFacts): void;
}>;

const noTools: readonly MapTool[] = [];

/**
 * The city's map inside a page: choose a plot, draw an outline, or look. An enhancement: without JavaScript it is the
 * sketch and a text field for corners, and the page's own fields for number and address do the rest. Its route needs
 * `handle = { scripts: true }`.
 */
export function PlaceMap({ tools = noTools, bounds, outline, names, typed = '', children, onChoose }: PlaceMapProps) {
  const t = useText();
  const container = useRef<HTMLDivElement>(null);
  const place = usePlace(container, { tools, bounds, outline, typed, onChoose });
  const { view, tool, drawing, answer } = place;
  return (
    <div className={styles.frame}>
      {view && tools.length > 1 && <ToolChoice tools={tools} tool={tool} onChoose={place.changeTool} />}
      <div className={styles.stage} data-tool={tool ?? 'show'}>
        <div ref={container} className={canvas.canvas} />
        {view ? <OnMap view={view} /> : <Waiting hasFailed={place.hasFailed}>{children}</Waiting>}
      </div>
      {view && <p className={styles.help}>{t(`map.${tool ?? 'show'}-help`)}</p>}
      {view && tool === 'draw' && <DrawingTools drawing={drawing} onChange={(next) => void place.draw(next)} />}
      <div aria-live="polite">{answer && <PlaceAnswer answer={answer} />}</div>
      {names && <input type="hidden" name={names.parcel} value={place.number} />}
      {names && outline && place.isUntouched && <input type="hidden" name={names.kept} value="yes" />}
      {names && tools.includes('draw') && (
        <TypedCorners
          name={names.outline}
          value={place.corners}
          isOpen={typed !== ''}
          onChange={place.setCorners}
          onDone={() => void place.readTyped()}
        />
      )}
    </div>
  );
}

/** Cross, zoom, legend and the word of warning, above the map. */
function OnMap({ view }: Readonly<{ view: MapView }>) {
  const t = useText();
  return (
    <>
      <svg className={styles.cross} width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M16 2v11M16 19v11M2 16h11M19 16h11" />
      </svg>
      <div className={styles.zoom}>
        <button type="button" aria-label={t('map.zoom-in')} onClick={() => view.zoom(1)}>
          +
        </button>
        <button type="button" aria-label={t('map.zoom-out')} onClick={() => view.zoom(-1)}>
          −
        </button>
        <button type="button" aria-label={t('map.whole')} onClick={view.showAll}>
          ⤢
        </button>
      </div>
      <Legend entries={view.legend} onSwitch={view.showLayer} />
      {view.isSynthetic && <p className={styles.synthetic}>{t('map.synthetic')}</p>}
    </>
  );
}

/** What stands in the map's place before it opens, where it cannot, and without JavaScript. */
function Waiting({ hasFailed, children }: Readonly<{ hasFailed: boolean; children: ReactNode }>) {
  const t = useText();
  return (
    <div className={styles.waiting}>
      {children}
      <p>{t(hasFailed ? 'map.failed' : 'map.loading')}</p>
      <noscript>
        <p>{t('map.no-script')}</p>
      </noscript>
    </div>
  );
}
