import type { again as source } from '../ru/again.ts';

export const again = {
  'follow.awaits-again': 'Көтә: {what}. Моңа баш тартылды: яңадан бирегез, чират сездә',
  'follow.clause': 'Пункт: {clause}',
  'follow.fields': 'Гаризада нәрсәне төзәтергә: {fields}',
  'follow.again-lead':
    'Кертелгән бар нәрсә сакланган. Билгеләнгәнен төзәтегез дә яңадан бирегез. Шул ук гаризаның яңа эше ачыла.',
  'follow.again-needed': 'Моны гаризаның башка өлешләре көтә. Яңадан бирмичә алар башланмый.',
  'follow.after-refusal': '{number} эше буенча баш тартудан соң яңадан бирелде',
  'follow.earlier': '{number} эше буенча баш тарту',
  'follow.receipt-again': '{date} яңадан бирелде: {service}, {number} эше',
  'follow.withdraw-part': 'Бу өлешне кире алырга',
  'follow.withdraw-all': 'Гаризаны кире алырга',
  'follow.withdraw-title': '{number} гаризасын кире аласызмы?',
  'follow.withdraw-part-title': '{number} гаризасының өлешен кире аласызмы?',
  'follow.withdraw-lead':
    'Бүлекләр бу эшләр белән шөгыльләнүне туктата. Аларны кайтарып булмый, әмма яңа гариза бирергә мөмкин. Бирелгән документлар үз көчендә кала.',
  'follow.withdraw-none': 'Ачык эшләр калмады. Гариза ябыла, аны бу биттән яңадан биреп булмаячак.',
  'follow.withdraw-cases': 'Кире алыначак эшләр',
  'follow.withdraw-do': 'Әйе, кире алырга',
  'follow.withdraw-keep': 'Юк, калдырырга',
  'follow.withdrawn': 'Сез гаризаны {date} кире алдыгыз',
  'follow.withdrawn-lead': 'Бүлекләр эшне туктатты. Хезмәт алу өчен яңа гариза бирегез.',
  'end.cause-failed': '{what}: баш тартылды, яңадан бирергә кирәк, срок {n, plural, other {# көнгә}} күчте',
  'end.cause-appliedAgain': '{what}: баш тартудан соң яңадан бирелде, срок {n, plural, other {# көнгә}} күчте',
  'again.title': '{number} эше буенча төзәтү',
  'again.why': 'Ни өчен баш тарттылар',
  'again.lead':
    '{number} гаризасы. Урын, мөрәҗәгать итүче һәм башка хезмәтләр элеккечә кала. Комачаулаганны төзәтегез дә яңадан бирегез.',
  'again.untouched': 'Моны сез әле үзгәртмәдегез',
  'again.untouched-lead':
    'Баш тартуда шушы җаваплар күрсәтелгән. Сәбәпне башкача бетергән булсагыз, болай да бирергә мөмкин.',
  'again.changed': 'Сез нәрсәне үзгәрттегез',
  'again.none-changed': 'Әлегә бернәрсә дә үзгәртелмәгән.',
  'again.confirm': 'Яңадан бирергә',
  'again.confirm-text': 'Яңа эш ачыла. Элекке карар гаризаның тарихында кала.',
  'again.back': 'Гаризага кайтырга',
} as const satisfies Record<keyof typeof source, string>;
