export { AnswerSource, Answers, isAnswered, Provenance, RawAnswers } from './answers.ts';
export {
  type AskingService,
  compose,
  type Form,
  type FormAt,
  type FormContext,
  type FormItem,
  type FormPage,
  formAt,
  type Question,
} from './compose.ts';
export { Element, ElementId, FormPageDefinition, ServiceInput } from './element.ts';
export { FieldTypeId, fieldTypeIds } from './field-type-ids.ts';
export { elementOfControl, type FieldType, type Messages, type Raw } from './field-types/field-type.ts';
export { fieldTypes } from './field-types/index.ts';
export { errorText } from './messages.ts';
export { type KnownFacts, type Prefill, prefillSources, sourceText } from './prefill.ts';
export { type FormSource, prepareForms } from './prepare.ts';
export {
  answersForFeel,
  checkAll,
  filedAnswers,
  type PageReading,
  type Posted,
  postedTexts,
  rawForQuestion,
  readPage,
  type Submission,
  staysOnPage,
} from './read-answers.ts';
export { isWorthTelling, type QuestionChange, type Reconciliation, reconcile } from './reconcile.ts';
export { findPage, firstUnanswered, isPageDone, nextPage, pageBefore, progress, questionsOf } from './walk.ts';
