import { Problem } from '#kernel/problem.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';

const single = 'service:';

/** Why the plan of a single service holds that service. */
const chosen = {
  ru: 'Вы выбрали эту услугу.',
  tt: 'Сез бу хезмәтне сайладыгыз.',
  en: 'You chose this service.',
};

/** The subject of a draft that asks for one service only. */
export const subjectOfService = (serviceId: string): string => `${single}${serviceId}`;

const made = new WeakMap<Pack, Map<string, Situation>>();

/**
 * The life situation of a draft's subject. A single service is a situation of one item without questions, so that it is
 * filed the same way. Throws `applications/unknown-subject`.
 */
export function situationOf(pack: Pack, subject: string): Situation {
  if (!subject.startsWith(single)) {
    const situation = pack.situations.find(({ id }) => id === subject);
    if (situation === undefined) throw new Problem('applications/unknown-subject');
    return situation;
  }
  const ofPack = made.get(pack) ?? new Map<string, Situation>();
  made.set(pack, ofPack);
  const known = ofPack.get(subject) ?? singleService(pack, subject.slice(single.length));
  ofPack.set(subject, known);
  return known;
}

function singleService(pack: Pack, serviceId: string): Situation {
  const service = pack.services.find(({ id }) => id === serviceId);
  if (service === undefined) throw new Problem('applications/unknown-subject');
  const { name, summary, keywords } = service;
  const items = [{ service: serviceId, reason: chosen }];
  return { id: subjectOfService(serviceId), name, summary, keywords, triage: [], items, unverified: [] };
}
