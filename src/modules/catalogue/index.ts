export { type AddedDay, withDays } from './added-days.ts';
export { type Catalogue, createCatalogue, type PublishedVersion, versionIdOf, WrongCity } from './catalogue.ts';
export {
  countUnverified,
  describeService,
  type EvidenceLine,
  type Link,
  type Marked,
  type ServicePassport,
} from './describe-service.ts';
export { diffAbout } from './diff/diff-about.ts';
export { diffPacks, type PackChange } from './diff/diff-packs.ts';
export { type LinkedCatalogue, prefixes } from './linked/context.ts';
export { cpsvOf, partOfCatalogue } from './linked/cpsv.ts';
export { nearest } from './nearest.ts';
export type { FeeRule, TermRule } from './pack/alternatives.ts';
export type { Calendar } from './pack/calendar.ts';
export type { City, Department } from './pack/city.ts';
export type { Element, Page } from './pack/elements.ts';
export { indexPack, type PackIndex } from './pack/index-pack.ts';
export { type FileSchema, packSchemas } from './pack/json-schema.ts';
export { checkPack, loadPack, type PackReport } from './pack/load.ts';
export type { Pack } from './pack/pack.ts';
export type { PackError, UnverifiedFact } from './pack/pack-error.ts';
export { type CaseTable, type PackCase, type PackTests, readTests } from './pack/read-tests.ts';
export { type AskedField, askedFields, registersOfService } from './pack/record-fields.ts';
export { packReference } from './pack/reference.ts';
export { officerElement, type Register, type RegisterField } from './pack/registers.ts';
export {
  type ApplicantKind,
  type Evidence,
  elementsOf,
  type Ground,
  type Output,
  type RecordChange,
  type Service,
  type ServiceInput,
  type Step,
  type UsualRequest,
} from './pack/services.ts';
export type { Situation, SituationItem, TriageOption, TriageQuestion } from './pack/situations.ts';
export type { Frozen, LegalBasis } from './pack/words.ts';
export { problems } from './problems.ts';
export { type Performer, type ProcedureStep, type ProcedureStepKind, procedureOf } from './procedure.ts';
export { type SearchHit, search } from './search/search.ts';
export { prepareSearch } from './search/search-index.ts';
export { servicesByDepartment } from './services-by-department.ts';
