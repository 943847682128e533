import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapOptions, MapView } from './open-map.ts';

export type Opened = Readonly<{ state: 'waiting' | 'failed' } | { state: 'ready'; view: MapView }>;

/**
 * Opens the map when the page has come alive; the map's program is loaded only then. `options` are read once, but
 * `onPoint` and `onBack` are always the newest.
 */
export function useMapView(container: RefObject<HTMLElement | null>, options: MapOptions): Opened {
  const [opened, setOpened] = useState<Opened>({ state: 'waiting' });
  const newest = useRef(options);
  newest.current = options;
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let isGone = false;
    let view: MapView | undefined;
    const open = async () => {
      const { openMap } = await import('./open-map.ts');
      if (isGone) return;
      view = await openMap(element, {
        ...newest.current,
        onPoint: (point) => newest.current.onPoint(point),
        onBack: () => newest.current.onBack(),
      });
      if (isGone) view.close();
      else setOpened({ state: 'ready', view });
    };
    open().catch((error: unknown) => {
      console.error(error);
      if (!isGone) setOpened({ state: 'failed' });
    });
    return () => {
      isGone = true;
      view?.close();
    };
  }, [container]);
  return opened;
}
