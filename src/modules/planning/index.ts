export { hasAlternatives, type PlanFee } from './alternatives.ts';
export { calendarFor, calendarNamed, isBeyondCalendar } from './calendars.ts';
export type { Answers } from './conditions.ts';
export { itemName } from './item-name.ts';
export { type KeptPlan, withoutTexts, withTexts } from './kept-plan.ts';
export { type OtherChoice, otherChoices } from './other-choices.ts';
export { type Plan, type PlanInput, type PlanItem, plan, triageQuestions } from './plan.ts';
export type { EvidenceRef } from './prepared.ts';
export { problems } from './problems.ts';
export {
  type ItemProgress,
  type PlanChange,
  type Progress,
  replan,
  type Shortening,
  shorteningsOf,
} from './replan.ts';
export { situationOfService } from './single-service.ts';
export { type GraphItem, graphOf } from './situation-graph.ts';
export { planDerivations, supposedDerivations } from './what-if/dates.ts';
export { type PlanDifference, type Supposed, supposedPlan } from './what-if/difference.ts';
export type { Supposition } from './what-if/suppose.ts';
export { type DifferenceWords, differenceWords } from './what-if/words.ts';
