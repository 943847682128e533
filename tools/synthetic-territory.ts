/**
 * Draws a SYNTHETIC territory for the Kazan pack: real names, invented ground. The same bytes at every run.
 *
 *   node tools/synthetic-territory.ts [folder]      default: cities/kazan/layers
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawLayers, type SyntheticFeature } from './synthetic-territory/layers.ts';

/** A GeoJSON feature collection (RFC 7946) with one feature on a line, so that a change shows as a changed line. */
export const geoJsonText = (features: readonly SyntheticFeature[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;

export function writeTerritory(folder: string): { layer: string; features: number; bytes: number }[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(drawLayers()).map(([layer, features]) => {
    const text = geoJsonText(features);
    writeFileSync(join(folder, `${layer}.geojson`), text);
    return { layer, features: features.length, bytes: Buffer.byteLength(text) };
  });
}

if (import.meta.main) {
  for (const { layer, features, bytes } of writeTerritory(process.argv[2] ?? 'cities/kazan/layers')) {
    console.log(`${layer.padEnd(18)} ${String(features).padStart(6)} features ${String(bytes).padStart(9)} bytes`);
  }
}
