import type {
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl';
import type { Language } from '#kernel/language.ts';
import { isNamedArea, type Layer } from './map.ts';
import { type Colour, palettes, type Theme } from './map-palette.ts';
import type { Bounds } from './outline.ts';
import type { NamedPoint } from './territory-store.ts';
import { labelLayer } from './tile-store.ts';
import { deepestZoom, labelZoom } from './tiles.ts';

export type StyleOptions = Readonly<{
  language: Language;
  theme: Theme;
  /** Scheme, host and path before `/tiles`, for example `https://city.example/map`. */
  base: string;
  bounds: Bounds;
  names: readonly NamedPoint[];
}>;

type Drawn = Readonly<{ layer: Layer; source: string; colour: (name: Colour) => string; language: Language }>;
type Paint = (drawn: Drawn) => LayerSpecification[];

/**
 * Our own quiet map of the city's layers for MapLibre GL (style specification 8). No outside hosts; labels are written
 * with the page's own typeface, so no glyph files are needed. Layers that are hidden at first come from sources of their
 * own: nothing is fetched for them until the reader switches them on.
 */
export function mapStyle(
  layers: readonly Layer[],
  { language, theme, base, bounds, names }: StyleOptions,
): StyleSpecification {
  const palette = palettes[theme];
  const colour = (name: Colour) => palette[name];
  const shown = layers.filter(isBase);
  const drawn = layers.map((layer): Drawn => ({ layer, source: isBase(layer) ? 'base' : layer.id, colour, language }));
  const hidden = layers.filter((layer) => !isBase(layer));
  return {
    version: 8,
    name: 'Berdem',
    metadata: {
      'berdem:synthetic': layers.some(({ synthetic }) => synthetic),
      'berdem:palette': palette,
      'berdem:legend': layers.filter(isSwitchable).map((layer) => legendEntry(layer, language, colour)),
    },
    sources: Object.fromEntries([
      ...(shown.length > 0 ? [['base', tiles(shown, base, bounds)]] : []),
      ...hidden.map((layer) => [layer.id, tiles([layer], base, bounds)]),
      ['names', namesSource(names, language)],
    ]),
    layers: [
      { id: 'outside', type: 'background', paint: { 'background-color': colour('outside') } },
      ...drawn.flatMap((one) => paints[one.layer.style.paint](one)),
      ...drawn.flatMap(labels),
    ],
  };
}

/** What the reader may switch: everything but the ground of the map itself. */
const isSwitchable = ({ role }: Layer) => !['city', 'district', 'water', 'street', 'base'].includes(role);

const legendEntry = (
  { id, title, section, style, codes }: Layer,
  language: Language,
  colour: (name: Colour) => string,
) => ({
  id,
  title: title[language],
  ...(section === undefined ? {} : { section }),
  colour: colour(style.tone),
  hidden: style.hidden,
  // Colours that mean something on their own.
  parts: codes.flatMap(({ code, name, ground }) =>
    ground ? [{ title: `${code}. ${name[language]}`, colour: colour(ground) }] : [],
  ),
});

const isBase = ({ style, codes }: Layer) => !style.hidden || codes.some(({ ground }) => ground === 'green');

const tiles = (layers: readonly Layer[], base: string, bounds: Bounds): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [
    `${base}/tiles/${layers.map(({ id }) => id).join(',')}/{z}/{x}/{y}.mvt?v=${layers.map(({ stamp }) => stamp).join('-')}`,
  ],
  minzoom: Math.min(...layers.map(({ minZoom }) => minZoom)),
  maxzoom: deepestZoom,
  bounds: [...bounds],
  promoteId: 'id',
});

const namesSource = (names: readonly NamedPoint[], language: Language): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: {
    type: 'FeatureCollection',
    features: names.map(({ layer, name, lon, lat }) => ({
      type: 'Feature',
      properties: { layer, name: name[language] },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  },
});

/** What all style layers of one city layer share; the legend switches those whose metadata name it. */
const shared = ({ layer, source }: Drawn, suffix = '') => ({
  id: `${layer.id}${suffix}`,
  source,
  'source-layer': layer.id,
  minzoom: layer.minZoom,
  metadata: { 'berdem:layer': layer.id },
  layout: { visibility: layer.style.hidden ? ('none' as const) : ('visible' as const) },
});

const byZoom = (...stops: (readonly [zoom: number, value: number])[]) =>
  ['interpolate', ['exponential', 1.6], ['zoom'], ...stops.flat()] as unknown as number;

const paints: Readonly<Record<Layer['style']['paint'], Paint>> = {
  fill: (drawn) => [{ ...shared(drawn), type: 'fill', paint: { 'fill-color': drawn.colour(drawn.layer.style.tone) } }],
  outline: (drawn) => {
    const isCity = drawn.layer.role === 'city';
    const ground = {
      ...shared(drawn, '-ground'),
      type: 'fill' as const,
      paint: { 'fill-color': drawn.colour('paper') },
    };
    const isBorder = drawn.layer.style.tone === 'border';
    const line = {
      ...shared(drawn),
      type: 'line' as const,
      paint: {
        'line-color': drawn.colour(drawn.layer.style.tone),
        'line-width': isBorder ? byZoom([9, 0.8], [16, 2]) : byZoom([13, 0.3], [17, 1.4]),
        ...(isBorder ? { 'line-dasharray': isCity ? [4, 2] : [2, 3] } : {}),
      },
    };
    return isCity ? [ground, line] : [line];
  },
  line: (drawn) => [
    {
      ...shared(drawn),
      type: 'line',
      paint: { 'line-color': drawn.colour(drawn.layer.style.tone), 'line-width': byZoom([12, 0.8], [17, 2.5]) },
    },
  ],
  zone: (drawn) => [
    {
      ...shared(drawn, '-ground'),
      type: 'fill',
      paint: { 'fill-color': drawn.colour(drawn.layer.style.tone), 'fill-opacity': 0.22 },
    },
    {
      ...shared(drawn),
      type: 'line',
      paint: { 'line-color': drawn.colour(drawn.layer.style.tone), 'line-width': 1.2, 'line-dasharray': [3, 2] },
    },
  ],
  ground: (drawn) => {
    const codes = drawn.layer.codes;
    const greens = codes.filter(({ ground }) => ground === 'green').map(({ code }) => code);
    const colours = codes.flatMap(({ code, ground }) => [code, drawn.colour(ground ?? 'zone')]);
    const { metadata: _switch, ...always } = shared(drawn, '-green');
    return [
      {
        ...always,
        layout: { visibility: 'visible' },
        type: 'fill',
        filter: ['in', ['get', 'code'], ['literal', greens]],
        paint: { 'fill-color': drawn.colour('green') },
      },
      {
        ...shared(drawn, '-ground'),
        type: 'fill',
        paint: {
          'fill-color': ['match', ['get', 'code'], ...colours, drawn.colour('zone')] as unknown as string,
          'fill-opacity': 0.6,
        },
      },
      { ...shared(drawn), type: 'line', paint: { 'line-color': drawn.colour('zone'), 'line-width': 0.8 } },
    ];
  },
  street: (drawn) => {
    const isLarge = ['match', ['get', 'class'], ['road', 'main'], true, false];
    const width = (extra: number) =>
      [
        'interpolate',
        ['exponential', 1.7],
        ['zoom'],
        10,
        ['case', isLarge, 1 + extra, 0],
        14,
        ['case', isLarge, 5 + extra, 2.5 + extra],
        17,
        ['case', isLarge, 30 + extra, 17 + extra],
      ] as unknown as number;
    const round = { 'line-cap': 'round' as const, 'line-join': 'round' as const };
    const { layout, ...rest } = shared(drawn, '-edge');
    return [
      {
        ...rest,
        layout: { ...layout, ...round },
        type: 'line',
        paint: { 'line-color': drawn.colour('streetEdge'), 'line-width': width(1.4) },
      },
      {
        ...rest,
        id: drawn.layer.id,
        layout: { ...layout, ...round },
        type: 'line',
        paint: { 'line-color': drawn.colour('street'), 'line-width': width(0) },
      },
    ];
  },
};

/** Typeface of the page, and what it falls back to. */
const typeface = ['Commissioner'];

/** Names along streets, on waters and districts, house numbers in plots. */
function labels(drawn: Drawn): LayerSpecification[] {
  const { layer, colour, language } = drawn;
  const { label, paint, tone } = layer.style;
  if (label === undefined) return [];
  const isAlong = paint === 'street';
  const isHouse = layer.role === 'parcel';
  const isBorder = tone === 'border';
  const isArea = isNamedArea(layer);
  const field = isHouse || isArea ? ['get', label] : ['get', `${label}_${language}`];
  const { layout, 'source-layer': inTile, source, ...rest } = shared(drawn, '-label');
  const from = isArea
    ? { source: 'names', filter: ['==', ['get', 'layer'], layer.id] }
    : { source, 'source-layer': isHouse ? labelLayer(inTile) : inTile };
  return [
    {
      ...rest,
      ...(from as { source: string }),
      type: 'symbol',
      minzoom: isAlong ? 13.5 : isHouse ? labelZoom : layer.minZoom,
      ...(isBorder ? { maxzoom: 14 } : {}),
      layout: {
        ...layout,
        'text-field': field as unknown as string,
        'text-font': typeface,
        'text-size': isBorder ? byZoom([10, 12], [13, 16]) : isAlong ? byZoom([13, 11], [17, 15]) : 12,
        ...(isAlong ? { 'symbol-placement': 'line', 'symbol-spacing': 380, 'text-max-angle': 30 } : {}),
        ...(isBorder ? { 'text-letter-spacing': 0.06, 'text-max-width': 7 } : {}),
      },
      paint: {
        'text-color': tone === 'water' ? colour('waterInk') : isHouse ? colour('inkSoft') : colour('ink'),
        'text-halo-color': tone === 'water' ? colour('water') : colour('halo'),
        'text-halo-width': 1.4,
      },
    },
  ];
}
