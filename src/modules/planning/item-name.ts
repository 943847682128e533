import type { Localized } from '#kernel/language.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';

/** What an item of a plan is called; its key where an older version of the rules had something that is gone. */
export function itemName(pack: Pack, key: string): Localized {
  const { services, steps } = indexPack(pack);
  return services.get(key)?.name ?? steps.get(key)?.name ?? { ru: key, tt: key, en: key };
}
