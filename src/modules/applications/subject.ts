import { Problem } from '#kernel/problem.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import { situationOfService } from '#modules/planning/index.ts';

const single = 'service:';

/** The subject of a draft that asks for one service only. */
export const subjectOfService = (serviceId: string): string => `${single}${serviceId}`;

/**
 * The life situation of a draft's subject; a single service is one of its own. Throws `applications/unknown-subject`.
 */
export function situationOf(pack: Pack, subject: string): Situation {
  const situation = subject.startsWith(single)
    ? situationOfService(pack, subject.slice(single.length))
    : pack.situations.find(({ id }) => id === subject);
  if (situation === undefined) throw new Problem('applications/unknown-subject');
  return situation;
}
