import type { Translate } from '#ui/text.tsx';

const actions = [
  'applications.ApplicationFiled',
  'applications.StepReported',
  'applications.AppliedAgain',
  'applications.ApplicationWithdrawn',
  'applications.read',
  'documents.read',
  'registers.read',
  'audit.read',
  'cases.CaseOpened',
  'cases.OutputReceived',
  'cases.CaseStarted',
  'cases.CaseTaken',
  'cases.CaseGivenBack',
  'cases.CaseAccepted',
  'cases.CaseRejected',
  'cases.CaseNotNeeded',
  'cases.CaseWithdrawn',
  'cases.ApplicantAsked',
  'cases.ApplicantSupplied',
  'cases.ApplicantAdded',
  'cases.DecisionDrafted',
  'cases.DecisionSentBack',
  'cases.DecisionSigned',
  'cases.TermPassed',
  'requests.RequestSent',
  'requests.RequestTaken',
  'requests.RequestAnswered',
  'requests.RequestRefused',
  'requests.RequestCancelled',
] as const;

const subjects = ['application', 'case', 'agencyRequest', 'registerRecord', 'document'] as const;

/** What was done, in words; the code itself where a module audits something this page does not know yet. */
export function actionText(t: Translate, action: string): string {
  const known = actions.find((one) => one === action);
  return known ? t(`audit.did-${known}`) : action;
}

/** With what it was done. */
export function subjectText(t: Translate, subject: string): string {
  const known = subjects.find((one) => one === subject);
  return known ? t(`audit.subject-${known}`) : subject;
}
