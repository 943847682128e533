import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const zarechny = join(import.meta.dirname, '../../../cities/zarechny');

/** A city's folder of the journey's own, to be changed and thrown away. */
export type OwnPack = Readonly<{
  folder: string;
  /** Writes a file anew, made of its old text. */
  change(file: string, from: string, to: string): Promise<void>;
  add(file: string, text: string): Promise<void>;
  read(file: string): Promise<string>;
  remove(): Promise<void>;
}>;

/** A copy of Zarechny without its tests, which are about its own rules. */
export async function copyOfZarechny(): Promise<OwnPack> {
  const root = await mkdtemp(join(tmpdir(), 'berdem-pack-'));
  const folder = join(root, 'zarechny');
  await cp(zarechny, folder, { recursive: true, filter: (path) => !path.startsWith(join(zarechny, 'tests')) });
  const read = (file: string) => readFile(join(folder, file), 'utf8');
  const add = (file: string, text: string) => writeFile(join(folder, file), text);
  return {
    folder,
    read,
    add,
    async change(file, from, to) {
      const text = await read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
      await add(
        file,
        text.replace(from, () => to),
      );
    },
    remove: () => rm(root, { recursive: true }),
  };
}
