import { fromGeojsonVt } from '@maplibre/vt-pbf';
import GeoJSONVT from 'geojson-vt';
import type { Db } from '#platform/db/index.ts';
import type { TileLayer } from './layer-store.ts';
import { encodeTile, hasTileEncoder, listDrawn, type TileAddress, tileBuffer, tileExtent } from './tile-store.ts';

/** Deepest zoom tiles are made for; clients stretch them further. */
export const deepestZoom = 16;

/** Encodes one layer of one tile (Mapbox Vector Tile 2.1). No bytes if nothing lies there. */
export type TileEncoder = (layer: TileLayer, address: TileAddress) => Promise<Uint8Array>;

/** The database's own encoder, or ours where it has none. Both draw the same features with the same properties. */
export async function tileEncoder(db: Db): Promise<TileEncoder> {
  return (await hasTileEncoder(db)) ? (layer, address) => encodeTile(db, layer.id, address) : programEncoder(db);
}

/** Cuts tiles in the program. Holds each layer's features in memory as long as the layer's version is the current one. */
export function programEncoder(db: Db): TileEncoder {
  const cut = new Map<string, { version: number; index: Promise<GeoJSONVT> }>();
  const indexOf = (layer: TileLayer) => {
    const known = cut.get(layer.id);
    if (known?.version === layer.version) return known.index;
    const index = cutLayer(db, layer.id);
    cut.set(layer.id, { version: layer.version, index });
    // A failed reading is not kept: the next tile tries again.
    index.catch(() => cut.delete(layer.id));
    return index;
  };
  return async (layer, { z, x, y }) => {
    const tile = (await indexOf(layer)).getTile(z, x, y);
    if (!tile || tile.features.length === 0) return new Uint8Array();
    const features = tile.features.map(({ type, geometry, tags }) => ({ type, geometry, tags: tags ?? {} }));
    type Tile = Parameters<typeof fromGeojsonVt>[0][string];
    return fromGeojsonVt({ [layer.id]: { features } as unknown as Tile }, { version: 2, extent: tileExtent });
  };
}

async function cutLayer(db: Db, layer: string): Promise<GeoJSONVT> {
  const features = (await listDrawn(db, layer)).map(({ tags, geometry }) => ({
    type: 'Feature' as const,
    properties: tags,
    geometry,
  }));
  return new GeoJSONVT(
    { type: 'FeatureCollection', features },
    { maxZoom: deepestZoom, extent: tileExtent, buffer: tileBuffer, indexMaxZoom: 4 },
  );
}
