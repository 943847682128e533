import { type Catalogue, indexPack } from '#modules/catalogue/index.ts';
import type { RequestRules } from '#modules/requests/index.ts';

/** Term of a request that no service declares: five working days, as for requests outside the electronic system. */
const freeTerm = { amount: 5, unit: 'workingDays', from: 'request', roll: 'next' } as const;

const freeSubject = { ru: 'Запрос сведений', tt: 'Мәгълүмат соратып алу', en: 'Request for information' };

/** Requests as the city pack declares them, and free questions to any department or agency. */
export const requestRules = (catalogue: Catalogue): RequestRules => ({
  async describe(packVersion, serviceId, { kind, to }) {
    const pack = await catalogue.getPack(packVersion);
    const index = indexPack(pack);
    const addressee = index.departments.get(to);
    if (addressee === undefined) return undefined;
    const declared = index.services.get(serviceId)?.requests.find(({ id }) => id === kind);
    if (kind !== undefined && declared === undefined) return undefined;
    const isOutside = addressee.kind === 'outside';
    const calendarId = pack.city.calendars?.departments?.[to];
    const term = declared?.term ?? freeTerm;
    return { subject: declared?.name ?? freeSubject, term, isOutside, ...(calendarId && { calendarId }) };
  },
});
