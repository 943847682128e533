import type { Pack, Situation } from '#modules/catalogue/index.ts';

/** Why the plan of a single service holds that service. */
const chosen = {
  ru: 'Вы выбрали эту услугу.',
  tt: 'Сез бу хезмәтне сайладыгыз.',
  en: 'You chose this service.',
};

const made = new WeakMap<Pack, Map<string, Situation>>();

/**
 * A single service as a situation of one item without questions, so that it is planned and filed like any other. The
 * same object each time, for plans are prepared once a situation. Undefined if the pack has no such service.
 */
export function situationOfService(pack: Pack, serviceId: string): Situation | undefined {
  const ofPack = made.get(pack) ?? new Map<string, Situation>();
  made.set(pack, ofPack);
  const known = ofPack.get(serviceId) ?? make(pack, serviceId);
  if (known !== undefined) ofPack.set(serviceId, known);
  return known;
}

function make(pack: Pack, serviceId: string): Situation | undefined {
  const service = pack.services.find(({ id }) => id === serviceId);
  if (service === undefined) return undefined;
  const { name, summary, keywords } = service;
  const items = [{ service: serviceId, reason: chosen }];
  return { id: `service:${serviceId}`, name, summary, keywords, triage: [], items, unverified: [] };
}
