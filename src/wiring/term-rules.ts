import type { TermRules } from '#modules/cases/index.ts';
import { type Catalogue, indexPack, type Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';

/** Where a city says nothing else: three working days before the last day, and one. */
const usualWarnings = [3, 1];

/** So many working days before the last day of a term a department is warned. */
export const warnBefore = ({ city }: Pick<Pack, 'city'>): readonly number[] => city.warnBefore ?? usualWarnings;

/** Terms as the city pack describes them: the calendars of today, and what the version of a case allows. */
export const termRules = (catalogue: Catalogue): TermRules => ({
  calendar: (id) => calendarNamed(catalogue.current, id),
  warnBefore: () => warnBefore(catalogue.current),
  async extensionsOf(packVersion, serviceId) {
    const service = indexPack(await catalogue.getPack(packVersion)).services.get(serviceId);
    // A pack kept before there were extensions has none.
    return (service?.extensions ?? []).map(({ id, name, amount, unit, times }) => ({ id, name, amount, unit, times }));
  },
  async isAgency(packVersion, id) {
    return indexPack(await catalogue.getPack(packVersion)).departments.get(id)?.kind === 'outside';
  },
});
