import { z } from 'zod';
import { Problem } from '#kernel/problem.ts';
import { deadlineUnderVersions, dueDateOf, eventOf, type RuleVersion, ruleOf } from '#modules/calendar/index.ts';
import { historyOfGroup, type Recount } from '#modules/cases/index.ts';
import type { Pack, Service } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import { jobKind } from '#platform/jobs/index.ts';

/** Applies a new version of a term to cases that are open on the day it becomes law. */
export const applyRule = jobKind('holidays.apply-rule', z.object({ serviceId: z.string(), version: z.number().int() }));

/** Versions of services that say something to open cases, each with its first day (ISO). */
export const rulesForOpenCases = ({ services, nextServices }: Pack): readonly Service[] =>
  [...services, ...nextServices].filter(({ transition = 'newCases' }) => transition !== 'newCases');

/** Versions of a service's term that became law after a case began, as the calculus weighs them. */
function laterVersions({ services, nextServices }: Pack, serviceId: string, after: Temporal.PlainDate): RuleVersion[] {
  const versions = [...services, ...nextServices].filter(({ id }) => id === serviceId);
  return [...new Map(versions.map((one) => [one.version, one])).values()]
    .filter(({ effective }) => effective > after.toString())
    .map((service) => ({
      id: service.id,
      version: String(service.version),
      name: service.name,
      term: service.term,
      effective: Temporal.PlainDate.from(service.effective),
      openCases: service.transition ?? 'newCases',
    }));
}

/**
 * The date of a group of cases under the rule it is counted by and every version that became law since it began, by
 * `today`; if it is another date. The derivation says which version was chosen and why.
 */
export const underVersions =
  (pack: Pack, { serviceId, today }: Readonly<{ serviceId: string; today: Temporal.PlainDate }>): Recount =>
  (group) => {
    const { derivation } = group.due;
    const event = eventOf(derivation);
    const history = historyOfGroup(group);
    const { office } = derivation;
    const calendar = calendarNamed(pack, derivation.calendar.id);
    const began = { ...ruleOf(derivation), effective: event.on, openCases: 'newCases' as const };
    const later = laterVersions(pack, serviceId, event.on).filter(
      ({ version }) => version !== derivation.rule.version || derivation.rule.id !== serviceId,
    );
    const versions = [began, ...later].map((version) => ({
      ...version,
      ...(office && { office }),
      extensions: history.kinds ?? [],
    }));
    try {
      const { suspensions = [], extensions = [] } = history;
      const asOf = Temporal.PlainDate.compare(today, event.on) < 0 ? event.on : today;
      const due = dueDateOf(
        deadlineUnderVersions(calendar, versions, { event, suspensions, extensions, asOf }).derivation,
      );
      return due.on === group.due.on && due.time === group.due.time ? undefined : due;
    } catch (error) {
      // A version that counts from another event leaves open cases as they are.
      if (error instanceof Problem) return undefined;
      throw error;
    }
  };
