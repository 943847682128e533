/** Applying again after a refusal, and giving up. */
export const again = {
  'follow.awaits-again': 'Ждёт: {what}. В этом отказали: подайте заново, ваш ход',
  'follow.clause': 'Пункт: {clause}',
  'follow.fields': 'Что исправить в заявлении: {fields}',
  'follow.again-lead':
    'Всё введённое сохранено. Исправьте отмеченное и подайте заново. Откроется новое дело этого же заявления.',
  'follow.again-needed': 'Этого ждут другие части заявления. Без новой подачи они не начнутся.',
  'follow.after-refusal': 'Подано заново после отказа по делу {number}',
  'follow.earlier': 'Отказ по делу {number}',
  'follow.receipt-again': 'Подано заново {date}: {service}, дело {number}',
  'follow.withdraw-part': 'Отозвать эту часть',
  'follow.withdraw-all': 'Отозвать заявление',
  'follow.withdraw-title': 'Отозвать заявление {number}?',
  'follow.withdraw-part-title': 'Отозвать часть заявления {number}?',
  'follow.withdraw-lead':
    'Службы прекратят работу над этими делами. Вернуть их нельзя, но можно подать новое заявление. То, что уже выдано, остаётся в силе.',
  'follow.withdraw-none':
    'Открытых дел не осталось. Заявление закроется, подать его заново с этой страницы будет нельзя.',
  'follow.withdraw-cases': 'Будут отозваны',
  'follow.withdraw-do': 'Да, отозвать',
  'follow.withdraw-keep': 'Нет, оставить',
  'follow.withdrawn': 'Вы отозвали заявление {date}',
  'follow.withdrawn-lead': 'Службы прекратили работу. Чтобы получить услугу, подайте новое заявление.',
  'end.cause-failed':
    '{what}: отказ, нужно подать заново, срок сдвинулся на {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'end.cause-appliedAgain':
    '{what}: подано заново после отказа, срок сдвинулся на {n, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
  'again.title': 'Исправление по делу {number}',
  'again.why': 'Почему отказали',
  'again.lead':
    'Заявление {number}. Место, заявитель и остальные услуги остаются как были. Исправьте то, что мешало, и подайте заново.',
  'again.untouched': 'Это вы ещё не изменили',
  'again.untouched-lead': 'Эти ответы названы в отказе. Если вы устранили причину иначе, можно подать и так.',
  'again.changed': 'Что вы изменили',
  'again.none-changed': 'Пока ничего не изменено.',
  'again.confirm': 'Подать заново',
  'again.confirm-text': 'Откроется новое дело. Прежнее решение остаётся в истории заявления.',
  'again.back': 'К заявлению',
  'ask.title': 'Дополнение к делу {number}',
  'ask.lead': 'Заявление {number}. Сотрудник просит только эти сведения. Поданное раньше не меняется.',
  'ask.until': 'Ответьте до {date}.',
  'ask.confirm': 'Отправить',
  'ask.confirm-text': 'Сотрудник увидит ответ сразу. Изменить отправленное нельзя.',
  'ask.your-turn': 'Сотрудник просит дополнить заявление до {date}',
  'ask.fields': 'Нужно: {fields}',
  'ask.supply': 'Дополнить',
  'ask.supplied': 'Дополнено {date}: {fields}',
  'add.begin': 'Дополнить дело',
  'add.added': 'Вы дополнили дело {date}',
  'add.document': 'Документ {n}',
  'add.lead':
    'Заявление {number}. Добавьте документ или исправьте ответ. Поданное раньше не меняется, срок идёт дальше.',
} as const;
