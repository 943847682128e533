import { ok, type Result } from '#kernel/result.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import {
  type DifferenceWords,
  differenceWords,
  type OtherChoice,
  otherChoices,
  type Plan,
  type PlanDifference,
  plan,
  planDerivations,
  type Supposition,
  supposedDerivations,
  supposedPlan,
} from '#modules/planning/index.ts';
import { factsForRules } from '#modules/territory/index.ts';
import { timeIn } from '#platform/clock.ts';
import type { PlanWhatIf, SupposedRules } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { situationOf, subjectOfService } from './subject.ts';

type Derivations = ReturnType<typeof planDerivations>;

/** The plan as it is, why each date, and what other answers would make of it; and the plan as it would be, if asked. */
export type WhatIf = Readonly<{
  plan: Plan;
  derivations: Derivations;
  otherChoices: readonly OtherChoice[];
  supposed?: Readonly<{
    plan: Plan;
    /** Each says that it is hypothetical. */
    derivations: Derivations;
    difference: PlanDifference;
    words: DifferenceWords;
  }>;
}>;

/**
 * The plan under hypothetical answers, place, applicant, day, lengths of work, terms and calendars. Nothing is stored,
 * nobody is asked who they are. A place that cannot be found is an error at the field that named it. Throws
 * `applications/unknown-subject` and what planning throws.
 */
export async function planWhatIf(
  { catalogue, territory, clock }: Pick<ApplicationsDeps, 'catalogue' | 'territory' | 'clock'>,
  input: PlanWhatIf,
): Promise<Result<WhatIf>> {
  const pack = catalogue.current;
  const { situationId = '', serviceId, suppose } = input;
  const situation = situationOf(pack, serviceId === undefined ? situationId : subjectOfService(serviceId));
  const found = input.place === undefined ? undefined : await territory.findPlace(input.place);
  if (found?.ok === false) return found;
  const facts = { ...(found ? factsForRules(found.value) : {}), ...input.facts };
  const asked = {
    situation,
    triage: input.triage,
    ...(Object.keys(input.answers).length > 0 ? { answers: input.answers } : {}),
    ...(Object.keys(facts).length > 0 ? { place: facts } : {}),
    ...(input.applicant ? { applicant: input.applicant } : {}),
    ...beginning(input.startsOn, timeIn(pack.city.timeZone, clock.now())),
    estimates: input.estimates,
    leaveOut: input.leaveOut,
  };
  const made = plan(pack, asked);
  const derivations = planDerivations(pack, made);
  const others = otherChoices(asked, (triage) => plan(pack, { ...asked, triage }));
  const answer = { plan: made, derivations, otherChoices: others };
  if (suppose === undefined) return ok(answer);
  const supposed = supposedPlan(pack, suppositionsOf(pack, suppose), (rules) => plan(rules, asked));
  const { difference } = supposed;
  return ok({
    ...answer,
    supposed: {
      plan: supposed.plan,
      derivations: supposedDerivations(supposed.pack, supposed.plan),
      difference,
      words: differenceWords(pack, difference),
    },
  });
}

/** The suppositions of a question, one by one; days belong to the calendar that counts after the change. */
function suppositionsOf(pack: Pack, { terms, calendar }: SupposedRules): Supposition[] {
  const ofTerms = terms.map(({ serviceId = '', requestId, stepId, amount, unit }): Supposition => {
    const term = { amount, unit };
    if (stepId !== undefined) return { kind: 'step', stepId, term };
    return requestId === undefined
      ? { kind: 'service', serviceId, term }
      : { kind: 'request', serviceId, requestId, term };
  });
  if (calendar === undefined) return ofTerms;
  const { use, off, working } = calendar;
  const calendarId = calendar.of ?? use ?? pack.city.calendar;
  return [
    ...ofTerms,
    ...(use === undefined ? [] : [{ kind: 'calendar' as const, calendarId: use }]),
    ...off.map((day) => ({ kind: 'dayOff' as const, calendarId, day })),
    ...working.map((day) => ({ kind: 'workingDay' as const, calendarId, day })),
  ];
}

/** A day that is named begins in office hours; without one the plan begins this minute, like an application filed now. */
const beginning = (startsOn: string | undefined, now: Temporal.PlainDateTime) =>
  startsOn === undefined
    ? { startsOn: now.toPlainDate(), filedAt: now }
    : { startsOn: Temporal.PlainDate.from(startsOn) };
