import type { Localized } from '#kernel/language.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';

const asIs = (id: string): Localized => ({ ru: id, tt: id, en: id });

/** What an output is called and who gives it; `failed`: only if the applicant applies for it again. */
export type NamedOutput = Readonly<{ what: Localized; from?: Localized; failed?: true }>;

/** Names of a pack's things by id; the id itself where an older version of the rules had something that is gone. */
export const namesIn = (pack: Pack) => {
  const index = indexPack(pack);
  const department = (id: string) => index.departments.get(id);
  return {
    service: (id: string): Localized => index.services.get(id)?.name ?? asIs(id),
    department: (id: string): Localized => department(id)?.name ?? asIs(id),
    departmentShort: (id: string): Localized => department(id)?.short ?? asIs(id),
    output(id: string): NamedOutput {
      const what = index.outputs.get(id)?.name ?? asIs(id);
      const makers = (index.producers.get(id) ?? []).flatMap((maker) => {
        const step = index.steps.get(maker);
        const owner = index.services.get(maker)?.department ?? (step?.kind === 'outside' ? step.agency : undefined);
        return owner === undefined ? [] : [department(owner)?.short ?? asIs(owner)];
      });
      return makers[0] === undefined ? { what } : { what, from: makers[0] };
    },
  };
};
