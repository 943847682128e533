/**
 * Makes the three small font files of src/ui/fonts from the npm font package: only the letters of Russian, Tatar and
 * English, only the weights 400–700. The result is committed: a citizen's first page may weigh 60 kB with its fonts.
 * Run after a new version of the font: `node tools/subset-fonts.ts`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const source = (subset: string) =>
  fileURLToPath(
    import.meta.resolve(`@fontsource-variable/commissioner/files/commissioner-${subset}-wght-normal.woff2`),
  );

const sets = [
  {
    from: 'latin',
    to: 'latin',
    letters:
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \u00a0\u202f!"#$%&\'()*+,-./:;<=>?@[]_{|}~«»–—…·•×−²³“”‘’§°',
  },
  { from: 'cyrillic', to: 'cyrillic', letters: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя№' },
  { from: 'cyrillic-ext', to: 'tatar', letters: 'ӘӨҮҖҢҺәөүҗңһ' },
] as const;

for (const { from, to, letters } of sets) {
  const small = await subsetFont(await readFile(source(from)), letters, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 700 } },
    // Latin keeps its alternates: tabular figures are among them. Those of Cyrillic are for Bulgarian and Serbian.
    noLayoutClosure: from !== 'latin',
  });
  const target = new URL(`../src/ui/fonts/commissioner-${to}.woff2`, import.meta.url);
  await writeFile(target, small);
  console.log(`${to}: ${[...letters].length} letters, ${small.length} bytes`);
}
