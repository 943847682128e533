import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeoJSONVT from 'geojson-vt';
import type { Db } from '#platform/db/index.ts';
import type { TileLayer } from './layer-store.ts';
import {
  encodeLabels,
  encodeTile,
  hasTileEncoder,
  labelLayer,
  listDrawn,
  type TileAddress,
  tileBuffer,
  tileExtent,
} from './tile-store.ts';

/** Deepest zoom tiles are made for; clients stretch them further. */
export const deepestZoom = 16;

/** Zoom of the tiles that carry label points: labels of single features are too many before. */
export const labelZoom = 16;

/** Encodes one layer of one tile (Mapbox Vector Tile 2.1). No bytes if nothing lies there. */
export type TileEncoder = (layer: TileLayer, address: TileAddress) => Promise<Uint8Array>;

/** The database's own encoder, or ours where it has none. Both draw the same features with the same properties. */
export async function tileEncoder(db: Db): Promise<TileEncoder> {
  return (await hasTileEncoder(db)) ? databaseEncoder(db) : programEncoder(db);
}

const hasLabels = ({ isLabelled }: TileLayer, { z }: TileAddress) => isLabelled && z >= labelZoom;

function databaseEncoder(db: Db): TileEncoder {
  return async (layer, address) => {
    const ground = await encodeTile(db, layer.id, address);
    return hasLabels(layer, address) ? Buffer.concat([ground, await encodeLabels(db, layer.id, address)]) : ground;
  };
}

type Cut = Readonly<{ version: number; ground: Promise<GeoJSONVT>; labels: Promise<GeoJSONVT> | undefined }>;

/** Cuts tiles in the program. Holds each layer's features in memory as long as the layer's version is the current one. */
export function programEncoder(db: Db): TileEncoder {
  const known = new Map<string, Cut>();
  const cutOf = (layer: TileLayer): Cut => {
    const last = known.get(layer.id);
    if (last?.version === layer.version) return last;
    const labels = layer.isLabelled ? cutLayer(db, layer.id, 'label') : undefined;
    const cut = { version: layer.version, ground: cutLayer(db, layer.id, 'ground'), labels };
    known.set(layer.id, cut);
    // A failed reading is not kept: the next tile tries again.
    Promise.all([cut.ground, cut.labels]).catch(() => known.delete(layer.id));
    return cut;
  };
  return async (layer, address) => {
    const { ground, labels } = cutOf(layer);
    const shapes = [{ name: layer.id, index: await ground }];
    if (labels && hasLabels(layer, address)) shapes.push({ name: labelLayer(layer.id), index: await labels });
    return Buffer.concat(shapes.map(({ name, index }) => encode(name, index, address)));
  };
}

function encode(name: string, index: GeoJSONVT, { z, x, y }: TileAddress): Uint8Array {
  const isLabel = name.endsWith(labelLayer(''));
  const tile = index.getTile(z, x, y);
  const features = (tile?.features ?? [])
    .map(({ type, geometry, tags }) => ({ type, geometry, tags: tags ?? {} }))
    // The margin of a tile belongs to its neighbour.
    .filter(({ type, geometry }) => !isLabel || type !== 1 || isWithin(geometry[0]));
  if (features.length === 0) return new Uint8Array();
  type Tile = Parameters<typeof fromGeojsonVt>[0][string];
  return fromGeojsonVt({ [name]: { features } as unknown as Tile }, { version: 2, extent: tileExtent });
}

const isWithin = (point: unknown): boolean =>
  Array.isArray(point) && point.every((value) => typeof value === 'number' && value >= 0 && value < tileExtent);

async function cutLayer(db: Db, layer: string, shape: 'ground' | 'label'): Promise<GeoJSONVT> {
  const features = (await listDrawn(db, layer, shape)).map(({ tags, geometry }) => ({
    type: 'Feature' as const,
    properties: tags,
    geometry,
  }));
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: deepestZoom, extent: tileExtent, buffer: tileBuffer, indexMaxZoom: 4 },
  );
}
