import { newId } from '#kernel/id.ts';
import { numberByPattern } from '#kernel/number-pattern.ts';
import type { NewCase } from '#modules/cases/index.ts';
import type { Plan, PlanItem } from '#modules/planning/index.ts';
import type { ApplicationStep } from './application.ts';

/** Outputs an item must wait for: those it requires that another item of the same plan will produce. */
const awaitsOf = (item: PlanItem, plan: Plan): string[] =>
  item.requires.filter((output) =>
    plan.items.some(({ key, produces }) => key !== item.key && produces.includes(output)),
  );

/** The cases of a plan, one a service, numbered in the plan's order. */
export function casesOf(
  plan: Plan,
  application: { id: string; number: string; packVersion: string; caseNumber: string },
  at: Temporal.Instant,
): NewCase[] {
  const services = plan.items.filter(({ kind }) => kind === 'service');
  return services.map((item, index) => ({
    id: newId(at.epochMilliseconds),
    number: numberByPattern(application.caseNumber, { application: application.number, n: index + 1 }),
    applicationId: application.id,
    itemKey: item.key,
    serviceId: item.serviceId ?? item.key,
    departmentId: item.ownerId,
    packVersion: application.packVersion,
    term: item.term,
    ...(item.calendarId && { calendarId: item.calendarId }),
    toCheck: item.status === 'check',
    awaits: awaitsOf(item, plan),
    produces: item.produces,
  }));
}

/** The steps of a plan that the applicant reports. */
export const stepsOf = (plan: Plan): ApplicationStep[] =>
  plan.items
    .filter(({ kind }) => kind !== 'service')
    .map((item) => ({
      key: item.key,
      stepId: item.stepId ?? item.key,
      awaits: awaitsOf(item, plan),
      produces: item.produces,
    }));
