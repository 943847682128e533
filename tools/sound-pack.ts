import { checkPack, type Pack } from '#modules/catalogue/index.ts';
import { UsageError } from './berdem/command.ts';

/** The city pack of a folder, or wrong use explained: what is wrong with it is `check`'s to say. */
export async function soundPack(folder: string): Promise<Pack> {
  const { pack } = await checkPack(folder);
  if (pack === undefined) throw new UsageError(`${folder} is not a sound city pack: see berdem check ${folder}`);
  return pack;
}
