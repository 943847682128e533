import type { operations as source } from '../ru/operations.ts';

export const operations = {
  'work.nav-operations': 'Operations',
  'operations.title': 'Jobs that failed',
  'operations.lead':
    'Each was tried twelve times within a day. Mend the cause and let it begin anew: doing it twice is safe.',
  'operations.none': 'No job has failed.',
  'operations.job': 'Job',
  'operations.failed-at': 'Last try',
  'operations.attempts': 'Tries',
  'operations.error': 'Error',
  'operations.what': 'Action',
  'operations.retry': 'Begin anew',
  'operations.retried': 'The job begins anew',
} satisfies Readonly<Record<keyof typeof source, string>>;
