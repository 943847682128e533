export { Answers, Provenance, RawAnswers } from './answers.ts';
export {
  type Form,
  type FormAt,
  formAt,
} from './compose.ts';
export { Element, FormPageDefinition, ServiceInput } from './element.ts';
export { elementOfControl } from './field-types/field-type.ts';
export { fieldTypes } from './field-types/index.ts';
export { formOfElements } from './form-of-elements.ts';
export { errorText } from './messages.ts';
export { type KnownFacts, prefillSources } from './prefill.ts';
export {
  checkAll,
  filedAnswers,
  postedTexts,
  rawForQuestion,
  readPage,
} from './read-answers.ts';
export { isWorthTelling, type Reconciliation, reconcile } from './reconcile.ts';
export { findPage, firstUnanswered, pageBefore, questionsOf } from './walk.ts';
export { type WholeForm, wholeForm } from './whole-form.ts';
