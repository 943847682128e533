import type { Db } from '#platform/db/index.ts';
import { mapDoor } from './map.ts';
import { placesDoor } from './places.ts';

export { importLayers } from './import-layers.ts';
export type { LayerDefinition } from './layer-definition.ts';
export { faultsOfLayers } from './layer-pack.ts';
export type { Layer, Surroundings } from './map.ts';
export type { Bounds } from './outline.ts';
export type { Parcel } from './parcel.ts';
export { factsForRules, type Place, type PlaceFacts, type PlaceZone, type Restriction } from './place-facts.ts';
export type { NamedPlace } from './places.ts';
export { problems } from './problems.ts';
export type { FoundFeature } from './territory-store.ts';

export type Territory = ReturnType<typeof createTerritory>;

/** The city's territory: plots, addresses, facts of a place, map tiles. All of it is public and only read here. */
export const createTerritory = ({ db }: { db: Db }) => ({ ...placesDoor(db), ...mapDoor(db) });
