import type { Role } from '#kernel/actor.ts';
import type { Localized } from '#kernel/language.ts';

/** Texts of the demo provider's pages. */
export const demoTexts = {
  title: { ru: 'Кем войти?', tt: 'Кем булып керергә?', en: 'Who do you want to be?' },
  demo: { ru: 'Демонстрация.', tt: 'Күрсәтү режимы.', en: 'Demonstration.' },
  explanation: {
    ru: 'Все люди и организации здесь вымышлены, пароль не нужен. В настоящем городе на этом месте служба входа, например ЕСИА.',
    tt: 'Мондагы кешеләр һәм оешмалар уйлап чыгарылган, серсүз кирәкми. Чын шәһәрдә бу урында керү хезмәте, мәсәлән ЕСИА тора.',
    en: 'Everybody here is invented and no password is needed. In a real city this is the place of a sign-in service such as ESIA.',
  },
  residents: { ru: 'Жители и предприниматели', tt: 'Халык һәм эшкуарлар', en: 'Residents and entrepreneurs' },
  citywide: { ru: 'Видят весь город', tt: 'Бөтен шәһәрне күрә', en: 'Across the city' },
  resident: { ru: 'частное лицо', tt: 'шәхси зат', en: 'private person' },
  entrepreneur: { ru: 'предприниматель', tt: 'эшкуар', en: 'entrepreneur' },
  represents: { ru: 'по доверенности:', tt: 'ышанычнамә буенча:', en: 'has a mandate of' },
  lost: {
    ru: 'Вход начат заново или в другом окне',
    tt: 'Керү башка тәрәзәдә яки яңадан башланган',
    en: 'Signing in was begun again or elsewhere',
  },
  again: { ru: 'Начать вход заново', tt: 'Керүне яңадан башлау', en: 'Begin signing in again' },
  signOut: {
    ru: 'Выйти и из службы входа?',
    tt: 'Керү хезмәтеннән дә чыгаргамы?',
    en: 'Sign out of the sign-in service too?',
  },
  yes: { ru: 'Выйти', tt: 'Чыгу', en: 'Sign out' },
  failed: {
    ru: 'Служба входа не поняла запрос',
    tt: 'Керү хезмәте сорауны аңламады',
    en: 'The sign-in service did not understand the request',
  },
} as const satisfies Record<string, Localized>;

/** What somebody with the role does, on the button that becomes them. */
export const roleTexts: Readonly<Record<Role, Localized>> = {
  officer: { ru: 'сотрудник: ведёт дела', tt: 'хезмәткәр: эшләрне алып бара', en: 'officer: works the cases' },
  head: { ru: 'руководитель: подписывает', tt: 'җитәкче: имза куя', en: 'head: signs' },
  lean: {
    ru: 'бережливое управление: сроки и потери',
    tt: 'сак идарә: сроклар һәм югалтулар',
    en: 'lean specialist: time and waste',
  },
  gis: {
    ru: 'специалист ГИС: карты и слои',
    tt: 'ГИС белгече: карталар һәм катламнар',
    en: 'GIS officer: maps and layers',
  },
  auditor: { ru: 'аудитор: проверяет записи', tt: 'аудитор: язмаларны тикшерә', en: 'auditor: checks the records' },
  administrator: {
    ru: 'администратор: работа системы',
    tt: 'администратор: системаның эше',
    en: 'administrator: runs the system',
  },
  designer: { ru: 'описывает услуги', tt: 'хезмәтләрне тасвирлый', en: 'describes services' },
};
