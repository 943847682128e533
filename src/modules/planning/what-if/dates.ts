import { type Derivation, dateOfDay, dayOfIso, deadlineOf, inDays } from '#modules/calendar/index.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '../calendars.ts';
import type { Plan, PlanItem } from '../plan.ts';

/**
 * Why each item of a plan ends when it does, by its key: its term from the day it starts, on its calendar. Terms in hours
 * are counted as plans count them, in days. Throws what terms throw.
 */
export const planDerivations = (pack: Pack, { items }: Plan): ReadonlyMap<string, Derivation> =>
  new Map(items.map((item) => [item.key, derivationOf(pack, item)]));

function derivationOf(pack: Pack, item: PlanItem): Derivation {
  const { services, steps } = indexPack(pack);
  const service = services.get(item.serviceId ?? '');
  const name = service?.name ?? steps.get(item.stepId ?? '')?.name;
  const rule = {
    id: item.key,
    version: service === undefined ? pack.city.version : String(service.version),
    term: inDays(item.term),
    ...(name && { name }),
  };
  const event = { kind: item.term.from, on: dateOfDay(dayOfIso(item.starts)) };
  return deadlineOf(calendarNamed(pack, item.calendarId), rule, { event }).derivation;
}

/** The same, marked as what would only be so if the rules were others. */
export const supposedDerivations = (pack: Pack, plan: Plan): ReadonlyMap<string, Derivation> =>
  new Map([...planDerivations(pack, plan)].map(([key, derivation]) => [key, { ...derivation, hypothetical: true }]));
