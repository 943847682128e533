import type { Localized } from '#kernel/language.ts';
import { indexPack, type Pack, type Service, type Situation } from '#modules/catalogue/index.ts';
import type { PageRequest } from '#ui/page.ts';
import { orNotFound } from '../route-id.ts';
import { type ConditionNames, conditionNames } from './condition-names.ts';

/** The service or situation that a designer's page is about, in the pack in force. */
export type Subject = Readonly<{
  pack: Pack;
  kind: 'service' | 'situation';
  id: string;
  name: Localized;
  /** The services whose form, rules and texts make it up. */
  serviceIds: readonly string[];
  names: ConditionNames;
}>;

/** What the head of a designer's page shows of its subject. */
export type SubjectHeading = Pick<Subject, 'kind' | 'id' | 'name'>;

export const headingOf = ({ kind, id, name }: Subject): SubjectHeading => ({ kind, id, name });

/** The subject named in the page's address, `services/:service` or `situations/:situation`; else there is no such page. */
export function subjectOf(request: PageRequest): Subject {
  const pack = request.app.catalogue.current;
  const serviceId = request.param('service');
  if (serviceId !== '') return ofService(pack, orNotFound(indexPack(pack).services.get(serviceId)));
  return ofSituation(pack, orNotFound(indexPack(pack).situations.get(request.param('situation'))));
}

function ofService(pack: Pack, { id, name }: Service): Subject {
  const names = conditionNames(pack, indexPack(pack).situationsOfService.get(id) ?? []);
  return { pack, kind: 'service', id, name, serviceIds: [id], names };
}

function ofSituation(pack: Pack, situation: Situation): Subject {
  const { id, name, items } = situation;
  const serviceIds = items.flatMap((item) => ('service' in item ? item.service : []));
  return { pack, kind: 'situation', id, name, serviceIds, names: conditionNames(pack, [situation]) };
}
