export { AnswerList } from './answer-list/AnswerList.tsx';
export { ChangeList } from './answer-list/ChangeList.tsx';
export type { ReceivedDocument } from './field-types/field-ui.ts';
export { fieldUis } from './field-types/ui.ts';
export { FormPage } from './form-page/FormPage.tsx';
export { FormPreview } from './form-page/FormPreview.tsx';
export { FieldStates } from './gallery/FieldStates.tsx';
export { VersionNotice } from './version-notice/VersionNotice.tsx';
