import type { operations as source } from '../ru/operations.ts';

export const operations = {
  'work.nav-operations': 'Система эше',
  'operations.title': 'Үтәлмәгән биремнәр',
  'operations.lead':
    'Һәрберсе бер тәүлектә унике тапкыр кабатланды. Сәбәбен бетерегез һәм биремне яңадан җибәрегез: кабатлау куркынычсыз.',
  'operations.none': 'Үтәлмәгән биремнәр юк.',
  'operations.job': 'Бирем',
  'operations.failed-at': 'Соңгы омтылыш',
  'operations.attempts': 'Омтылышлар',
  'operations.error': 'Хата',
  'operations.what': 'Гамәл',
  'operations.retry': 'Яңадан җибәрү',
  'operations.retried': 'Бирем яңадан җибәрелде',
} satisfies Readonly<Record<keyof typeof source, string>>;
