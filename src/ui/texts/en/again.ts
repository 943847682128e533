import type { again as source } from '../ru/again.ts';

export const again = {
  'follow.awaits-again': 'Waits for: {what}. That was refused: apply again, it is your turn',
  'follow.clause': 'Clause: {clause}',
  'follow.fields': 'What to correct in the application: {fields}',
  'follow.again-lead':
    'Everything you entered is kept. Correct what is marked and file it again. It becomes a new case of this application.',
  'follow.again-needed': 'Other parts of the application wait for this. They cannot begin until you apply again.',
  'follow.after-refusal': 'Applied again after the refusal of case {number}',
  'follow.earlier': 'Refusal of case {number}',
  'follow.receipt-again': 'Applied again on {date}: {service}, case {number}',
  'follow.withdraw-part': 'Withdraw this part',
  'follow.withdraw-all': 'Withdraw the application',
  'follow.withdraw-title': 'Withdraw application {number}?',
  'follow.withdraw-part-title': 'Withdraw a part of application {number}?',
  'follow.withdraw-lead':
    'Departments stop working on these cases. They cannot be brought back, but you can file a new application. What was issued already stays valid.',
  'follow.withdraw-none': 'No open cases are left. The application closes, and you cannot apply again from its page.',
  'follow.withdraw-cases': 'What is withdrawn',
  'follow.withdraw-do': 'Yes, withdraw',
  'follow.withdraw-keep': 'No, keep it',
  'follow.withdrawn': 'You withdrew the application on {date}',
  'follow.withdrawn-lead': 'Departments stopped their work. To get the service, file a new application.',
  'end.cause-failed': '{what}: refused, to be applied for again, {n, plural, one {# day} other {# days}} later',
  'end.cause-appliedAgain': '{what}: applied again after refusal, {n, plural, one {# day} other {# days}} later',
  'again.title': 'Correction of case {number}',
  'again.why': 'Why it was refused',
  'again.lead':
    'Application {number}. Place, applicant and the other services stay as they are. Correct what stood in the way and file it again.',
  'again.untouched': 'You have not changed this yet',
  'again.untouched-lead':
    'The refusal names these answers. If you removed its cause in another way, you can file as it is.',
  'again.changed': 'What you changed',
  'again.none-changed': 'Nothing is changed yet.',
  'again.confirm': 'File again',
  'again.confirm-text': 'A new case is opened. The earlier decision stays in the history of the application.',
  'again.back': 'To the application',
} as const satisfies Record<keyof typeof source, string>;
