import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Geometry } from '#kernel/geometry.ts';
import { completeTexts, type Language, languages } from '#kernel/language.ts';
import { LayerDefinition } from './layer-definition.ts';

const LayerFeature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string().min(1), z.number()]).transform(String),
  properties: z
    .record(z.string(), z.unknown())
    .nullable()
    .transform((properties) => properties ?? {}),
  geometry: Geometry,
});
export type LayerFeature = z.infer<typeof LayerFeature>;

/** A layer with the text of its file; the text is parsed only if the layer is to be loaded. */
export type LayerFile = Readonly<{ definition: LayerDefinition; hash: string; readFeatures(): LayerFeature[] }>;

/** What is wrong with a file of a pack's `layers/`, in words for the person who edits it. */
export class LayerFileError extends Error {
  override readonly name = 'LayerFileError';
  readonly file: string;
  readonly problem: string;
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.file = file;
    this.problem = problem;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const complaint = (error: z.ZodError) =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.join('.')}: ${message}`)
    .join('; ');

/**
 * Reads `<packDir>/layers`: layers.yaml and one GeoJSON file a layer. Throws `LayerFileError` naming the file and what is
 * wrong: an unknown key, a missing translation, a missing file. `readFeatures` throws it for a feature without id, with
 * an id used twice, or with an unreadable geometry. Texts need the `spoken` languages. A pack without layers.yaml has no layers.
 */
export async function readLayerPack(packDir: string, spoken: readonly Language[] = languages): Promise<LayerFile[]> {
  const list = join(packDir, 'layers', 'layers.yaml');
  const text = await readFile(list, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  const definitions = z.array(LayerDefinition).safeParse(completeTexts(parsed(list, text, parse), spoken));
  if (!definitions.success) throw new LayerFileError(list, complaint(definitions.error));
  const ids = definitions.data.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice) throw new LayerFileError(list, `layer ${twice} is described twice`);
  return Promise.all(
    definitions.data.map(async (definition): Promise<LayerFile> => {
      const file = join(packDir, 'layers', `${definition.id}.geojson`);
      const features = await readFile(file, 'utf8').catch(() => {
        throw new LayerFileError(file, `is missing: layer ${definition.id} of layers.yaml needs it`);
      });
      return {
        definition,
        hash: sha256(JSON.stringify(definition) + features),
        readFeatures: () => readFeatures(file, features, spoken),
      };
    }),
  );
}

/** Every file of a pack's layers that could not be loaded: its path inside the pack, and what is wrong. */
export async function faultsOfLayers(
  packDir: string,
  spoken: readonly Language[],
): Promise<{ file: string; message: string }[]> {
  const faults: LayerFileError[] = [];
  const noted = (error: unknown) => {
    if (!(error instanceof LayerFileError)) throw error;
    faults.push(error);
  };
  for (const layer of await readLayerPack(packDir, spoken).catch((error) => noted(error) ?? [])) {
    try {
      layer.readFeatures();
    } catch (error) {
      noted(error);
    }
  }
  return faults.map(({ file, problem }) => ({
    file: relative(packDir, file).split(sep).join('/'),
    message: problem,
  }));
}

/** The text as its format reads it; a text that is not of the format is a fault of the file. */
function parsed(file: string, text: string, read: (text: string) => unknown): unknown {
  try {
    return read(text);
  } catch (error) {
    throw new LayerFileError(file, error instanceof Error ? error.message : String(error));
  }
}

function readFeatures(file: string, text: string, spoken: readonly Language[]): LayerFeature[] {
  const collection = z
    .object({ type: z.literal('FeatureCollection'), features: z.array(LayerFeature) })
    .safeParse(parsed(file, text, JSON.parse));
  if (!collection.success) throw new LayerFileError(file, complaint(collection.error));
  const { features } = collection.data;
  const seen = new Set<string>();
  for (const { id } of features) {
    if (seen.has(id)) throw new LayerFileError(file, `feature ${id} stands twice`);
    seen.add(id);
  }
  if (spoken.length === languages.length) return features;
  return features.map((feature) => ({
    ...feature,
    properties: completeTexts(feature.properties, spoken) as LayerFeature['properties'],
  }));
}

export const featureHash = (feature: LayerFeature): string => sha256(JSON.stringify(feature));

/** The flat properties a feature has in map tiles, `id` among them. */
export function tileTags(
  definition: LayerDefinition,
  feature: LayerFeature,
): Record<string, string | number | boolean> {
  const tags: Record<string, string | number | boolean> = { id: feature.id };
  for (const key of definition.tile) {
    const value = feature.properties[key];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') tags[key] = value;
    else if (typeof value === 'object' && value !== null)
      for (const [language, text] of Object.entries(value))
        if (typeof text === 'string') tags[`${key}_${language}`] = text;
  }
  return tags;
}
