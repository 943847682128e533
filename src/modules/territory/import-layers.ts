import { newId } from '#kernel/id.ts';
import type { Language, Localized } from '#kernel/language.ts';
import { type Db, inTransaction } from '#platform/db/index.ts';
import { houseKey, streetWords } from './address.ts';
import { featureHash, type LayerFeature, type LayerFile, readLayerPack, tileTags } from './layer-pack.ts';
import {
  analyse,
  closeOtherLayers,
  type FeatureToWrite,
  listLayers,
  lockImport,
  replaceAddresses,
  replaceFeatures,
  writeLayer,
} from './layer-store.ts';

/** What an import did: layers that were new or changed, and rows written. */
export type ImportReport = Readonly<{ changed: readonly string[]; features: number }>;

/**
 * Makes the layers of `<packDir>/layers` the territory of the database, in one transaction. Layers whose files did not
 * change are left alone, so that every start may call it; unchanged features keep their rows, changed ones get a new row
 * and the old one is closed. Layers the pack no longer has are closed. Throws `LayerFileError` for a bad file: nothing is
 * written then. Texts of the layers need the `spoken` languages, all three if not given.
 */
export async function importLayers(db: Db, packDir: string, spoken?: readonly Language[]): Promise<ImportReport> {
  const files = await readLayerPack(packDir, spoken);
  if (await isCurrent(db, files)) return { changed: [], features: 0 };
  const report = await inTransaction(db, async (tx) => {
    await lockImport(tx);
    const known = new Map((await listLayers(tx)).map((layer) => [layer.id, layer.hash]));
    const changed = files.filter((file) => known.get(file.definition.id) !== file.hash);
    let features = 0;
    for (const file of changed) {
      await writeLayer(tx, { position: files.indexOf(file), hash: file.hash, definition: file.definition });
      features += await replaceFeatures(
        tx,
        file.definition.id,
        file.readFeatures().map((feature) => rowOf(file, feature)),
      );
    }
    await closeOtherLayers(
      tx,
      files.map(({ definition }) => definition.id),
    );
    if (changed.some(({ definition }) => definition.role === 'parcel' || definition.role === 'street'))
      await replaceAddresses(tx, ...addressesOf(files));
    return { changed: changed.map(({ definition }) => definition.id), features };
  });
  if (report.features > 0) await analyse(db);
  return report;
}

async function isCurrent(db: Db, files: readonly LayerFile[]): Promise<boolean> {
  const known = new Map((await listLayers(db)).map((layer) => [layer.id, layer.hash]));
  return known.size === files.length && files.every(({ definition, hash }) => known.get(definition.id) === hash);
}

const rowOf = ({ definition }: LayerFile, feature: LayerFeature): FeatureToWrite => ({
  id: newId(),
  external: feature.id,
  properties: feature.properties,
  tags: tileTags(definition, feature),
  geometry: feature.geometry,
  hash: featureHash(feature),
});

const featuresOf = (files: readonly LayerFile[], role: string) =>
  files.filter(({ definition }) => definition.role === role).flatMap((file) => file.readFeatures());

function addressesOf(
  files: readonly LayerFile[],
): Parameters<typeof replaceAddresses> extends [unknown, ...infer Rest] ? Rest : never {
  const words = featuresOf(files, 'street').flatMap(({ id, properties }) => {
    const name = properties.name as Localized | undefined;
    return name ? streetWords(name).map((word) => ({ word, street: id })) : [];
  });
  const addresses = featuresOf(files, 'parcel').flatMap(({ id, properties: { street, house } }) =>
    typeof street === 'string' && typeof house === 'string'
      ? [{ street, house: houseKey(house), number: Number.parseInt(house, 10) || 0, parcel: id }]
      : [],
  );
  return [words, addresses];
}
