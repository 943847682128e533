export {
  type Calendar,
  countWorkingDays,
  createCalendar,
  createCalendars,
  isWorkingDay,
  workingBetween,
  workingOnOrAfter,
} from './calendar.ts';
export { chooseCalendar, type WhereCounted } from './calendar-choice.ts';
export { type CityTerms, cityTerms, type DueDate } from './city-terms.ts';
export { type Day, dateOfDay, dayOfDate, dayOfIso, isoOfDay } from './civil.ts';
export type { DayKind } from './day-kinds.ts';
export { addTerm, type Deadline, deadlineOf, dueDay, inDays, type TermFacts, type TermRule } from './deadline.ts';
export type { CalendarDefinition, CalendarSettings } from './definition.ts';
export { type Booking, type Delay, delayOf, type HeldRequest } from './delay.ts';
export type { Derivation, Stretch } from './derivation.ts';
export { dateWords, daysWords, termWords } from './derivation-words.ts';
export type { Extension, ExtensionKind } from './extension.ts';
export { type OfficeHours, type Receipt, receive } from './office-hours.ts';
export { type Owner, ownerKey } from './owner.ts';
export { type CaseTimes, type OwnedTime, type OwnerTotals, ownershipOf, ownerTotals } from './ownership.ts';
export { problems } from './problems.ts';
export { dueDateOf, eventOf, redate, ruleOf, type TermHistory } from './redate.ts';
export { type DerivationRow, derivationRows, renderDerivation } from './render-derivation.ts';
export { deadlineUnderVersions, type RuleVersion } from './rule-version.ts';
export { type SealedDerivation, sealDerivation } from './seal.ts';
export type { Suspension } from './suspension.ts';
export { type Finding, verifyDerivation } from './verifier.ts';
