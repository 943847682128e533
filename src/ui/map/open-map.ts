import {
  type GeoJSONSource,
  Map as GlMap,
  type LayerSpecification,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
// A file of our own, so that the page's policy needs no `blob:` workers.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import type { Polygon, Position } from '#kernel/geometry.ts';
import type { Language } from '#kernel/language.ts';
import { type Drawing, shapesOf } from './drawing.ts';

export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** An entry of the legend as the style's metadata lists it. */
export type LegendEntry = Readonly<{
  id: string;
  title: string;
  section?: number;
  colour: string;
  hidden: boolean;
  /** What its colours mean, where they differ. */
  parts: readonly Readonly<{ title: string; colour: string }>[];
}>;

export type MapOptions = Readonly<{
  language: Language;
  bounds: Bounds;
  outline?: Polygon | undefined;
  /** Labels for assistive technology and hints, in the reader's language. */
  words: Readonly<{ title: string; gesture: string; gestureCtrl: string }>;
  /** Scrolling the page over the map does not move the map. */
  isCooperative: boolean;
  /** Somebody pointed at the map: a click, a tap, or Enter with the cross over the point. */
  onPoint(point: Position): void;
  /** Backspace on the map. */
  onBack(): void;
}>;

/** A map on the page. Everything is shown again by itself when light turns to dark. */
export type MapView = Readonly<{
  legend: readonly LegendEntry[];
  isSynthetic: boolean;
  showChosen(outline: Polygon | undefined): void;
  showDrawing(drawing: Drawing): void;
  showLayer(id: string, isShown: boolean): void;
  goTo(outline: Polygon): void;
  showAll(): void;
  zoom(by: 1 | -1): void;
  /** Goes near a point if plots cannot be told apart from here; whether it went. */
  approach(point: Position): boolean;
  /** Pixels between two points on the screen. */
  pixelsBetween(one: Position, other: Position): number;
  close(): void;
}>;

/** Zoom from which a plot is large enough to be pointed at. */
const nearEnough = 14;

const darkness = '(prefers-color-scheme: dark)';

/** Opens the map inside an element. Rejects where the browser cannot draw it (no WebGL) or the style does not come. */
export async function openMap(container: HTMLElement, options: MapOptions): Promise<MapView> {
  setWorkerUrl(workerUrl);
  const dark = matchMedia(darkness);
  const shown = { chosen: empty, drawing: empty, layers: new globalThis.Map<string, boolean>() };
  const fetchStyle = async () => withOwn(await styleOf(options.language, dark.matches), shown);
  const map = new GlMap({
    container,
    style: await fetchStyle(),
    bounds: boundsOf(options.outline) ?? [...options.bounds],
    fitBoundsOptions: { padding: 48, maxZoom: 17 },
    maxBounds: wider(options.bounds),
    minZoom: 9,
    maxZoom: 19,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150,
    cooperativeGestures: options.isCooperative,
    locale: localeOf(options),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 90 }), 'bottom-left');
  map.on('click', ({ lngLat }) => options.onPoint([lngLat.lng, lngLat.lat]));
  map.getCanvas().addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      // Enter would send the form around the map.
      event.preventDefault();
      options.onPoint([map.getCenter().lng, map.getCenter().lat]);
    }
    if (event.key === 'Backspace') options.onBack();
  });
  const redraw = () => void fetchStyle().then((style) => map.setStyle(style));
  dark.addEventListener('change', redraw);
  await new Promise<void>((resolve) => map.once('load', () => resolve()));
  return viewOf(map, shown, () => dark.removeEventListener('change', redraw), options.bounds);
}

type Shown = {
  chosen: GeoJSON.FeatureCollection;
  drawing: GeoJSON.FeatureCollection;
  layers: globalThis.Map<string, boolean>;
};

const empty: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
const collect = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({ type: 'FeatureCollection', features });

function viewOf(map: GlMap, shown: Shown, forget: () => void, all: Bounds): MapView {
  const metadata = map.getStyle().metadata as Record<string, unknown>;
  const put = (source: 'chosen' | 'drawing', shapes: GeoJSON.FeatureCollection) => {
    shown[source] = shapes;
    map.getSource<GeoJSONSource>(source)?.setData(shapes);
  };
  return {
    legend: metadata['berdem:legend'] as LegendEntry[],
    isSynthetic: metadata['berdem:synthetic'] === true,
    showChosen: (outline) =>
      put('chosen', outline ? collect([{ type: 'Feature', properties: {}, geometry: geometryOf(outline) }]) : empty),
    showDrawing: (drawing) => put('drawing', collect(shapesOf(drawing))),
    showLayer(id, isShown) {
      shown.layers.set(id, isShown);
      for (const layer of layersOf(map.getStyle(), id))
        map.setLayoutProperty(layer.id, 'visibility', isShown ? 'visible' : 'none');
    },
    goTo: (outline) => void map.fitBounds(boundsOf(outline) ?? [...all], { padding: 80, maxZoom: 17 }),
    showAll: () => void map.fitBounds([...all], { padding: 16 }),
    zoom: (by) => void map.easeTo({ zoom: map.getZoom() + by, duration: 200 }),
    approach(point) {
      if (map.getZoom() >= nearEnough) return false;
      map.easeTo({ center: [point[0], point[1]], zoom: Math.max(nearEnough + 1, map.getZoom() + 2) });
      return true;
    },
    pixelsBetween(one, other) {
      const [a, b] = [map.project([one[0], one[1]]), map.project([other[0], other[1]])];
      return Math.hypot(a.x - b.x, a.y - b.y);
    },
    close() {
      forget();
      map.remove();
    },
  };
}

async function styleOf(language: Language, isDark: boolean): Promise<StyleSpecification> {
  const response = await fetch(`/map/style.json?in=${language}&theme=${isDark ? 'dark' : 'light'}`);
  if (!response.ok) throw new Error(`the map's style answered ${response.status}`);
  return response.json();
}

const layersOf = (style: StyleSpecification, id: string) =>
  style.layers.filter(({ metadata }) => (metadata as Record<string, unknown> | undefined)?.['berdem:layer'] === id);

/** The city's style with what is chosen and drawn above it, and the layers as the reader switched them. */
function withOwn(style: StyleSpecification, { chosen, drawing, layers }: Shown): StyleSpecification {
  for (const [id, isShown] of layers) {
    for (const layer of layersOf(style, id))
      layer.layout = { ...layer.layout, visibility: isShown ? 'visible' : 'none' } as NonNullable<typeof layer.layout>;
  }
  const palette = (style.metadata as Record<string, Record<string, string>>)['berdem:palette'] ?? {};
  const firstLabel = style.layers.findIndex(({ type }) => type === 'symbol');
  const at = firstLabel < 0 ? style.layers.length : firstLabel;
  return {
    ...style,
    sources: {
      ...style.sources,
      chosen: { type: 'geojson', data: chosen },
      drawing: { type: 'geojson', data: drawing },
    },
    layers: [...style.layers.slice(0, at), ...ownLayers(palette), ...style.layers.slice(at)],
  };
}

function ownLayers(palette: Readonly<Record<string, string>>): LayerSpecification[] {
  const { chosen = '#0d5b43', drawing = '#8a5200', paper = '#ffffff' } = palette;
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'chosen-ground', source: 'chosen', type: 'fill', paint: { 'fill-color': chosen, 'fill-opacity': 0.22 } },
    {
      id: 'chosen-halo',
      source: 'chosen',
      type: 'line',
      layout: round,
      paint: { 'line-color': paper, 'line-width': 6, 'line-opacity': 0.8 },
    },
    {
      id: 'chosen-line',
      source: 'chosen',
      type: 'line',
      layout: round,
      paint: { 'line-color': chosen, 'line-width': 3 },
    },
    {
      id: 'drawing-ground',
      source: 'drawing',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': drawing, 'fill-opacity': 0.18 },
    },
    {
      id: 'drawing-line',
      source: 'drawing',
      type: 'line',
      layout: round,
      paint: { 'line-color': drawing, 'line-width': 3 },
    },
    {
      id: 'drawing-corner',
      source: 'drawing',
      type: 'circle',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: { 'circle-color': paper, 'circle-radius': 5, 'circle-stroke-color': drawing, 'circle-stroke-width': 2.5 },
    },
  ];
}

const geometryOf = ({ coordinates }: Polygon): GeoJSON.Polygon => ({
  type: 'Polygon',
  coordinates: coordinates.map((ring) => ring.map((corner) => [...corner])),
});

function boundsOf(outline: Polygon | undefined): [number, number, number, number] | undefined {
  const corners = outline?.coordinates.flat() ?? [];
  if (corners.length === 0) return undefined;
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Half the city more on every side: nobody gets lost at sea. */
function wider([west, south, east, north]: Bounds): [number, number, number, number] {
  const [aside, up] = [(east - west) / 2, (north - south) / 2];
  return [west - aside, south - up, east + aside, north + up];
}

const localeOf = ({ language, words }: MapOptions): Record<string, string> => ({
  'Map.Title': words.title,
  'CooperativeGesturesHandler.WindowsHelpText': words.gestureCtrl,
  'CooperativeGesturesHandler.MacHelpText': words.gestureCtrl.replace('Ctrl', '⌘'),
  'CooperativeGesturesHandler.MobileHelpText': words.gesture,
  'ScaleControl.Meters': language === 'en' ? 'm' : 'м',
  'ScaleControl.Kilometers': language === 'en' ? 'km' : 'км',
});
