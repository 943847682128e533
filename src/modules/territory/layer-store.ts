import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { LayerDefinition } from './layer-definition.ts';

export type LayerRow = Readonly<{ id: string; version: number; hash: string; definition: LayerDefinition }>;

/** All layers that the city has now, in the order they are drawn. */
export async function listLayers(db: Executor): Promise<LayerRow[]> {
  const { rows } =
    await sql<LayerRow>`select id, version, hash, definition from territory.layer where role <> 'closed' order by position`.execute(
      db,
    );
  return rows;
}

/** What tiles need to know of a layer: where it begins, and a stamp that no other state of it ever has. */
export type TileLayer = Readonly<{
  id: string;
  version: number;
  minZoom: number;
  /** Every feature has a label of its own: house numbers. */
  isLabelled: boolean;
  stamp: string;
}>;

/** The given layers that exist, in the order given. */
export async function listTileLayers(db: Executor, ids: readonly string[]): Promise<TileLayer[]> {
  const { rows } = await sql<TileLayer>`
    select id, version, (definition ->> 'minZoom')::int as "minZoom",
      role = 'parcel' and definition -> 'style' ? 'label' as "isLabelled", version || '.' || left(hash, 10) as stamp
    from territory.layer where role <> 'closed' and id = any(${[...ids]}::text[])
    order by array_position(${[...ids]}::text[], id)
  `.execute(db);
  return rows;
}

/** One import at a time; the lock ends with the transaction. */
export async function lockImport(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('territory.import'))`.execute(tx);
}

export type LayerToWrite = Readonly<{ position: number; hash: string; definition: LayerDefinition }>;

/** Writes a layer's description; its version grows. */
export async function writeLayer(tx: Tx, { position, hash, definition }: LayerToWrite): Promise<void> {
  await sql`
    insert into territory.layer (id, position, role, definition, hash, version)
    values (${definition.id}, ${position}, ${definition.role}, ${JSON.stringify(definition)}::jsonb, ${hash}, 1)
    on conflict (id) do update set position = excluded.position, role = excluded.role, definition = excluded.definition,
      hash = excluded.hash, version = territory.layer.version + 1, changed_at = now()
  `.execute(tx);
}

/** A feature as it is to stand; JSON keys as the statement below reads them. */
export type FeatureToWrite = Readonly<{
  id: string;
  external: string;
  properties: unknown;
  tags: unknown;
  geometry: unknown;
  hash: string;
}>;

/**
 * Makes `features` what is known of a layer now: rows that changed or vanished are closed, new ones are inserted,
 * unchanged ones stay. Returns how many rows were written.
 */
export async function replaceFeatures(tx: Tx, layer: string, features: readonly FeatureToWrite[]): Promise<number> {
  const written = JSON.stringify(features);
  await sql`
    update territory.feature f set known_to = now()
    where f.layer = ${layer} and f.known_to is null and not exists (
      select from jsonb_to_recordset(${written}::jsonb) as w(external text, hash text)
      where w.external = f.external_id and w.hash = f.hash)
  `.execute(tx);
  const { numAffectedRows } = await sql`
    insert into territory.feature (id, layer, external_id, properties, tags, geometry, hash)
    select w.id, ${layer}, w.external, w.properties, w.tags, ST_SetSRID(ST_GeomFromGeoJSON(w.geometry), 4326), w.hash
    from jsonb_to_recordset(${written}::jsonb)
      as w(id uuid, external text, properties jsonb, tags jsonb, geometry jsonb, hash text)
      left join territory.feature f on f.layer = ${layer} and f.external_id = w.external and f.known_to is null
    where f.id is null
  `.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Closes the layers that the pack no longer has, with all their features; coming back, they are loaded anew. */
export async function closeOtherLayers(tx: Tx, kept: readonly string[]): Promise<void> {
  await sql`
    update territory.feature set known_to = now() where known_to is null and layer <> all(${[...kept]}::text[])
  `.execute(tx);
  await sql`
    update territory.layer set version = version + 1, role = 'closed', hash = repeat('0', 64), changed_at = now()
    where role <> 'closed' and id <> all(${[...kept]}::text[])
  `.execute(tx);
}

export type AddressToWrite = Readonly<{ street: string; house: string; number: number; parcel: string }>;

/** Replaces the whole address search: words of street names and houses of plots. */
export async function replaceAddresses(
  tx: Tx,
  words: readonly { word: string; street: string }[],
  addresses: readonly AddressToWrite[],
): Promise<void> {
  await sql`delete from territory.street_word`.execute(tx);
  await sql`
    insert into territory.street_word (word, street)
    select distinct word, street from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as w(word text, street text)
  `.execute(tx);
  await sql`delete from territory.address`.execute(tx);
  await sql`
    insert into territory.address (street, house, number, parcel)
    select street, house, number, parcel
    from jsonb_to_recordset(${JSON.stringify(addresses)}::jsonb) as a(street text, house text, number integer, parcel text)
    on conflict do nothing
  `.execute(tx);
}

/** Tells the planner about the new rows: after a bulk load it would guess, and read whole tables. */
export async function analyse(db: Executor): Promise<void> {
  await sql`analyze territory.feature, territory.address, territory.street_word`.execute(db);
}
