import type { Polygon, Position } from '#kernel/geometry.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db, Executor } from '#platform/db/index.ts';
import type { LayerDefinition, LayerRole } from './layer-definition.ts';
import { listLayers, listTileLayers, type TileLayer } from './layer-store.ts';
import type { Bounds } from './outline.ts';
import { type FoundFeature, getBounds, listFeatures, listNamedPoints, type NamedPoint } from './territory-store.ts';
import { type TileEncoder, tileEncoder } from './tiles.ts';

/** A layer as it stands; `version` grows with every change, `stamp` is as `tileStamp` gives it. */
export type Layer = LayerDefinition & Readonly<{ version: number; stamp: string }>;
/** A box of the map and what lies in it, for drawing. */
export type Surroundings = Readonly<{
  bounds: Bounds;
  features: readonly (FoundFeature & Readonly<{ role: LayerRole }>)[];
}>;

/** Layers as layers: what a map draws. */
export function mapDoor(db: Db) {
  let encoder: Promise<TileEncoder> | undefined;
  const getTileLayers = async (ids: readonly string[], on: Executor = db): Promise<TileLayer[]> => {
    const layers = await listTileLayers(on, ids);
    const missing = ids.find((id) => !layers.some((layer) => layer.id === id));
    if (missing !== undefined) throw new Problem('territory/unknown-layer', { layer: missing });
    return layers;
  };
  return {
    /** All layers in the order they are drawn. */
    layers: async (on: Executor = db): Promise<Layer[]> =>
      (await listLayers(on)).map(({ definition, version, hash }) => ({
        ...definition,
        version,
        stamp: `${version}.${hash.slice(0, 10)}`,
      })),
    /** Features of a layer that touch a box, at most `limit`. Throws `territory/unknown-layer`. */
    async featuresIn(bounds: Bounds, layer: string, limit = 1000, on: Executor = db): Promise<FoundFeature[]> {
      await getTileLayers([layer], on);
      return listFeatures(on, [layer], bounds, limit);
    },
    /** What a small map of an outline shows: water, streets, plots and buildings in a box half as large again on every side. */
    async surroundings(outline: Polygon, on: Executor = db): Promise<Surroundings> {
      const bounds = widened(outline.coordinates.flat());
      const roles = new Map((await listLayers(on)).map(({ id, definition }) => [id, definition.role]));
      const drawn = [...roles].filter(([, role]) => sketched.has(role)).map(([id]) => id);
      const found = await listFeatures(on, drawn, bounds, 400);
      return { bounds, features: found.map((feature) => ({ ...feature, role: roles.get(feature.layer) ?? 'base' })) };
    },
    /** Names to be written once, inside their ground: those of areas, such as districts and waters. */
    async namedPoints(on: Executor = db): Promise<NamedPoint[]> {
      const named = (await listLayers(on)).filter(({ definition }) => isNamedArea(definition));
      return listNamedPoints(
        on,
        named.map(({ id }) => id),
      );
    },
    /** The box around the city in degrees. */
    bounds: (on: Executor = db): Promise<Bounds> => getBounds(on),
    /**
     * A stamp of the layers' present state; another state, also of another database, has another. Throws
     * `territory/unknown-layer`.
     */
    tileStamp: async (layerIds: readonly string[]): Promise<string> =>
      (await getTileLayers(layerIds)).map(({ stamp }) => stamp).join('-'),
    /**
     * One tile (Mapbox Vector Tile 2.1) with one layer or several; a layer is left out below its own zoom. Throws
     * `territory/unknown-layer`.
     */
    async tile(layerIds: string | readonly string[], z: number, x: number, y: number): Promise<Uint8Array> {
      const layers = (await getTileLayers([layerIds].flat())).filter(({ minZoom }) => z >= minZoom);
      if (layers.length === 0) return new Uint8Array();
      encoder ??= tileEncoder(db);
      const encode = await encoder;
      const parts = await Promise.all(layers.map((layer) => encode(layer, { z, x, y })));
      // Layers of a tile simply follow one another (protocol buffers, repeated field).
      return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** Whether a layer's labels are names of areas; names of streets run along them and house numbers stand in every tile. */
export const isNamedArea = ({ style, role }: LayerDefinition): boolean =>
  style.label === 'name' && style.paint !== 'street' && role !== 'parcel';

const sketched: ReadonlySet<string> = new Set(['water', 'street', 'parcel', 'building']);

/** Width of a small map by its height. */
const sketchShape = 1.5;
/** Metres in a degree of latitude; of longitude, times the cosine. */
const metresPerDegree = 111_320;

/** The box around corners, half as large again on every side and at least 40 m wider, widened to the shape of a sketch. */
function widened(corners: readonly Position[]): Bounds {
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const roomFor = (degrees: number) => degrees * metresPerDegree + Math.max(degrees * metresPerDegree, 80);
  const [wide, high] = [roomFor((east - west) * narrowing), roomFor(north - south)];
  const height = Math.max(high, wide / sketchShape) / metresPerDegree / 2;
  const width = (height * sketchShape) / narrowing;
  return [lon - width, lat - height, lon + width, lat + height];
}
