import { ok, type Result } from '#kernel/result.ts';
import { type Plan, plan } from '#modules/planning/index.ts';
import { factsForRules } from '#modules/territory/index.ts';
import { timeIn } from '#platform/clock.ts';
import type { PlanWhatIf } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { situationOf, subjectOfService } from './subject.ts';

/**
 * The plan under hypothetical answers, place, applicant, day and lengths of work. Nothing is stored, nobody is asked who
 * they are. A place that cannot be found is an error at the field that named it. Throws `applications/unknown-subject`
 * and what planning throws.
 */
export async function planWhatIf(
  { catalogue, territory, clock }: Pick<ApplicationsDeps, 'catalogue' | 'territory' | 'clock'>,
  input: PlanWhatIf,
): Promise<Result<Plan>> {
  const pack = catalogue.current;
  const { situationId = '', serviceId } = input;
  const situation = situationOf(pack, serviceId === undefined ? situationId : subjectOfService(serviceId));
  const found = input.place === undefined ? undefined : await territory.findPlace(input.place);
  if (found?.ok === false) return found;
  const facts = { ...(found ? factsForRules(found.value) : {}), ...input.facts };
  return ok(
    plan(pack, {
      situation,
      triage: input.triage,
      ...(Object.keys(input.answers).length > 0 ? { answers: input.answers } : {}),
      ...(Object.keys(facts).length > 0 ? { place: facts } : {}),
      ...(input.applicant ? { applicant: input.applicant } : {}),
      ...beginning(input.startsOn, timeIn(pack.city.timeZone, clock.now())),
      estimates: input.estimates,
    }),
  );
}

/** A day that is named begins in office hours; without one the plan begins this minute, like an application filed now. */
const beginning = (startsOn: string | undefined, now: Temporal.PlainDateTime) =>
  startsOn === undefined
    ? { startsOn: now.toPlainDate(), filedAt: now }
    : { startsOn: Temporal.PlainDate.from(startsOn) };
