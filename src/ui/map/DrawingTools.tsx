import { useText } from '#ui/text.tsx';
import { canClose, closed, type Drawing, emptyDrawing, undone } from './drawing.ts';
import styles from './PlaceMap.module.css';

/** Undo, close, start again; how many corners there are. */
export function DrawingTools({ drawing, onChange }: Readonly<{ drawing: Drawing; onChange(next: Drawing): void }>) {
  const t = useText();
  const isEmpty = drawing.corners.length === 0;
  return (
    <div className={styles.drawing}>
      <button type="button" disabled={isEmpty} onClick={() => onChange(undone(drawing))}>
        {t('map.undo')}
      </button>
      <button type="button" disabled={!canClose(drawing)} onClick={() => onChange(closed(drawing))}>
        {t('map.finish')}
      </button>
      <button type="button" disabled={isEmpty} onClick={() => onChange(emptyDrawing)}>
        {t('map.clear')}
      </button>
      <output>{t('map.corners', { n: drawing.corners.length })}</output>
    </div>
  );
}
