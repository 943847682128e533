import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { tarEntries, tarOf } from './tar.ts';

/**
 * PostGIS for the embedded database. The published bundle also brings raster, topology and a geocoder, which cost most
 * of a second at each start to unpack and compile; a copy without them is kept in `cacheDir`.
 */
export const slimPostgis = (cacheDir: string): Extension => ({
  name: 'postgis',
  async setup(database, options) {
    const parts = await postgis.setup(database, options);
    return parts.bundlePath === undefined ? parts : { ...parts, bundlePath: slimBundle(parts.bundlePath, cacheDir) };
  },
});

/** Belongs to what we use: geometry, its projections, and the script of `create extension postgis`. */
const wanted =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql)$)/;

function slimBundle(bundle: URL, cacheDir: string): URL {
  const { version } = JSON.parse(readFileSync(join(dirname(fileURLToPath(bundle)), '../package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(cacheDir, `postgis-${version}.tar.gz`);
  try {
    if (!existsSync(target)) {
      mkdirSync(cacheDir, { recursive: true });
      const kept = tarEntries(gunzipSync(readFileSync(bundle))).filter((entry) => wanted.test(entry.name));
      const draft = `${target}.${process.pid}`;
      writeFileSync(draft, gzipSync(tarOf(kept), { level: 1 }));
      renameSync(draft, target);
    }
    return new URL(`file://${target}`);
  } catch (error) {
    // An installation on a read-only disk starts with the whole bundle: slower, but it starts.
    if (error instanceof Error && 'code' in error && (error.code === 'EROFS' || error.code === 'EACCES')) return bundle;
    throw error;
  }
}
