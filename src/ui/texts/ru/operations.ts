export const operations = {
  'work.nav-operations': 'Работа системы',
  'operations.title': 'Задания, которые не удались',
  'operations.lead':
    'Каждое повторялось двенадцать раз за сутки. Устраните причину и запустите задание снова: повтор безопасен.',
  'operations.none': 'Неудавшихся заданий нет.',
  'operations.job': 'Задание',
  'operations.failed-at': 'Последняя попытка',
  'operations.attempts': 'Попыток',
  'operations.error': 'Ошибка',
  'operations.what': 'Действие',
  'operations.retry': 'Запустить снова',
  'operations.retried': 'Задание запущено снова',
} as const;
