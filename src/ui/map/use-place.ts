import { type RefObject, useEffect, useState } from 'react';
import type { Polygon, Position } from '#kernel/geometry.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';
import { useLanguage, useText } from '#ui/text.tsx';
import { type Answer, askOutline, askPoint } from './ask-place.ts';
import { asText, closed, type Drawing, drawingOf, emptyDrawing, undone, withCorner } from './drawing.ts';
import type { Bounds, MapView } from './open-map.ts';
import { useMapView } from './use-map-view.ts';

export type MapTool = 'pick' | 'draw';

/** What choosing a place on a map has to do with. */
export type PlaceSettings = Readonly<{
  tools: readonly MapTool[];
  bounds: Bounds;
  outline: Polygon | undefined;
  /** Corners the person typed before. */
  typed: string;
  onChoose: ((place: PlaceFacts) => void) | undefined;
}>;

/** A point nearer to the first corner than this closes the outline. */
const closingPixels = 12;

/** Choosing a place on a map: the state, and what a click, a key and the buttons do. */
export function usePlace(container: RefObject<HTMLElement | null>, settings: PlaceSettings) {
  const { tools, outline, onChoose } = settings;
  const [tool, setTool] = useState<MapTool | undefined>(tools[0]);
  const [drawing, setDrawing] = useState<Drawing>(emptyDrawing);
  const [corners, setCorners] = useState(settings.typed);
  const [number, setNumber] = useState('');
  const [answer, setAnswer] = useState<Answer>();
  const opened = useMap(container, settings, {
    onPoint: (point) => void act(point),
    onBack: () => void (tool === 'draw' && draw(undone(drawing))),
  });
  const view: MapView | undefined = opened.state === 'ready' ? opened.view : undefined;
  useEffect(() => view?.showChosen(outline), [view, outline]);
  useEffect(() => view?.showDrawing(drawing), [view, drawing]);

  /** Takes over what the server says; only a good place is chosen. */
  const take = (said: Answer) => {
    const place = 'place' in said ? said.place : undefined;
    setAnswer(said);
    setNumber(place?.cadastralNumber ?? '');
    view?.showChosen(place?.outline);
    if (place) onChoose?.(place);
    return place;
  };
  const draw = async (next: Drawing) => {
    setDrawing(next);
    setCorners(asText(next));
    setNumber('');
    if (!next.isClosed) return setAnswer(undefined);
    if (take(await askOutline(asText(next)))) setDrawing(emptyDrawing);
  };
  const act = async (point: Position) => {
    if (tool === undefined || view?.approach(point)) return;
    if (tool === 'pick') {
      setCorners('');
      take(await askPoint(point));
      return;
    }
    const [first] = drawing.corners;
    const isBack =
      first !== undefined && drawing.corners.length > 2 && (view?.pixelsBetween(first, point) ?? 99) < closingPixels;
    await draw(isBack ? closed(drawing) : withCorner(drawing, point));
  };
  const changeTool = (next: MapTool) => {
    setTool(next);
    setDrawing(emptyDrawing);
    setCorners('');
    setNumber('');
    setAnswer(undefined);
    view?.showChosen(outline);
  };
  const readTyped = async () => {
    if (corners.trim() === '' || !view) return;
    const place = take(await askOutline(corners));
    if (!place) return;
    setDrawing(drawingOf(place.outline));
    view.goTo(place.outline);
  };
  return {
    view,
    hasFailed: opened.state === 'failed',
    tool,
    changeTool,
    drawing,
    draw,
    corners,
    setCorners,
    readTyped,
    number,
    answer,
    /** Nothing was pointed at, drawn or typed: the place shown is the one chosen before. */
    isUntouched: answer === undefined && drawing.corners.length === 0 && corners.trim() === '',
  };
}

function useMap(
  container: RefObject<HTMLElement | null>,
  { bounds, outline, tools }: PlaceSettings,
  acts: Readonly<{ onPoint(point: Position): void; onBack(): void }>,
) {
  const t = useText();
  return useMapView(container, {
    language: useLanguage(),
    bounds,
    outline,
    words: { title: t('map.title'), gesture: t('map.gesture'), gestureCtrl: t('map.gesture-ctrl') },
    isCooperative: tools.length === 0,
    ...acts,
  });
}
