import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a draft or an application is refused, and what to do. */
export const problems = {
  'applications/unknown-draft': {
    status: 404,
    title: { ru: 'Черновик не найден', tt: 'Каралама табылмады', en: 'No such draft' },
    whatToDo: {
      ru: 'Откройте черновик в разделе «Мои заявления» или начните новое заявление.',
      tt: 'Караламаны «Минем гаризаларым» бүлегеннән ачыгыз яки яңа гариза башлагыз.',
      en: 'Open the draft under “My applications”, or begin a new one.',
    },
  },
  'applications/unknown-application': {
    status: 404,
    title: { ru: 'Заявление не найдено', tt: 'Гариза табылмады', en: 'No such application' },
    whatToDo: {
      ru: 'Проверьте номер. Свои заявления видны в разделе «Мои заявления».',
      tt: 'Номерны тикшерегез. Үз гаризаларыгыз «Минем гаризаларым» бүлегендә күренә.',
      en: 'Check the number. Your own applications are under “My applications”.',
    },
  },
  'applications/unknown-subject': {
    status: 404,
    title: {
      ru: 'Нет такой жизненной ситуации или услуги',
      tt: 'Мондый тормыш хәле яки хезмәт юк',
      en: 'No such life situation or service',
    },
    whatToDo: {
      ru: 'Выберите ситуацию на главной странице или найдите услугу поиском.',
      tt: 'Баш биттән хәлне сайлагыз яки хезмәтне эзләп табыгыз.',
      en: 'Choose a situation on the start page, or search for a service.',
    },
  },
  'applications/changed-meanwhile': {
    status: 409,
    title: {
      ru: 'Черновик изменён в другом окне',
      tt: 'Каралама башка тәрәзәдә үзгәртелгән',
      en: 'The draft was changed in another window',
    },
    whatToDo: {
      ru: 'Обновите страницу: вы увидите последнее сохранённое. Введённое здесь повторите, если его там нет.',
      tt: 'Битне яңартыгыз: соңгы сакланганы күренер. Монда кертелгәне анда булмаса, кабат кертегез.',
      en: 'Reload the page: it shows what was saved last. Enter again what is missing there.',
    },
  },
  'applications/already-filed': {
    status: 409,
    title: { ru: 'Заявление уже подано', tt: 'Гариза инде бирелгән', en: 'The application is filed already' },
    whatToDo: {
      ru: 'Поданное заявление не меняют. Откройте его, чтобы следить за ходом.',
      tt: 'Бирелгән гариза үзгәртелми. Барышын күзәтү өчен аны ачыгыз.',
      en: 'What was filed is not changed. Open it to follow its progress.',
    },
  },
  'applications/not-to-leave-out': {
    status: 422,
    title: {
      ru: 'Убрать это из плана нельзя',
      tt: 'Моны планнан алып булмый',
      en: 'This cannot be left out of the plan',
    },
    whatToDo: {
      ru: 'Обойтись можно только без того, что проверит сотрудник, и одна услуга должна остаться. Вернитесь к плану; если ответы неверны, измените их.',
      tt: 'Хезмәткәр тикшерә торганнан башка гына булдырып була, һәм бер хезмәт калырга тиеш. Планга кайтыгыз; җаваплар дөрес булмаса, аларны үзгәртегез.',
      en: 'Only what an officer will check can be left out, and one service must stay. Go back to the plan; if answers are wrong, change them.',
    },
  },
  'applications/not-complete': {
    status: 422,
    title: {
      ru: 'Заявление заполнено не до конца',
      tt: 'Гариза тулысынча тутырылмаган',
      en: 'The application is not complete',
    },
    whatToDo: {
      ru: 'Откройте страницу проверки: там перечислено, что осталось заполнить.',
      tt: 'Тикшерү битен ачыгыз: анда нәрсә тутырасы калганы күрсәтелгән.',
      en: 'Open the check page: it lists what is still missing.',
    },
  },
  'applications/outdated-draft': {
    status: 409,
    title: {
      ru: 'Форма изменилась, пока вы её заполняли',
      tt: 'Сез тутырган арада форма үзгәргән',
      en: 'The form changed while you were filling it in',
    },
    whatToDo: {
      ru: 'Посмотрите, что изменилось, и ответьте только на новое. Всё введённое сохранено.',
      tt: 'Нәрсә үзгәргәнен карагыз һәм яңа сорауларга гына җавап бирегез. Кертелгәннәр сакланган.',
      en: 'See what changed and answer only what is new. Everything you entered is kept.',
    },
  },
  'applications/nothing-to-correct': {
    status: 409,
    title: {
      ru: 'Эту услугу нельзя подать заново',
      tt: 'Бу хезмәткә яңадан биреп булмый',
      en: 'This service cannot be applied for again',
    },
    whatToDo: {
      ru: 'Исправить можно только то, в чём отказали и что ещё не подано заново. Откройте заявление: там видно, на чём оно стоит.',
      tt: 'Баш тартылганны һәм әле яңадан бирелмәгәнне генә төзәтеп була. Гаризаны ачыгыз: анда эшнең торышы күренә.',
      en: 'Only what was refused, and not applied for again yet, can be corrected. Open the application: it shows where it stands.',
    },
  },
  'applications/kept-from-filing': {
    status: 409,
    title: {
      ru: 'Место, заявитель и услуга остаются прежними',
      tt: 'Урын, мөрәҗәгать итүче һәм хезмәт элеккечә кала',
      en: 'Place, applicant and service stay as they were filed',
    },
    whatToDo: {
      ru: 'Исправьте ответы и файлы. Для другого места или заявителя подайте новое заявление.',
      tt: 'Җавапларны һәм файлларны төзәтегез. Башка урын яки мөрәҗәгать итүче өчен яңа гариза бирегез.',
      en: 'Correct the answers and files. For another place or applicant file a new application.',
    },
  },
  'applications/nothing-to-withdraw': {
    status: 404,
    title: { ru: 'В заявлении нет такого дела', tt: 'Гаризада мондый эш юк', en: 'The application has no such case' },
    whatToDo: {
      ru: 'Откройте заявление: там видны все дела.',
      tt: 'Гаризаны ачыгыз: анда барлык эшләр күренә.',
      en: 'Open the application: it shows all cases.',
    },
  },
  'applications/withdrawn': {
    status: 409,
    title: {
      ru: 'Заявление {number} отозвано',
      tt: '{number} гаризасы кире алынган',
      en: 'Application {number} was withdrawn',
    },
    whatToDo: {
      ru: 'Отозванное не продолжают. Чтобы получить услугу, подайте новое заявление.',
      tt: 'Кире алынганны дәвам итмиләр. Хезмәт алу өчен яңа гариза бирегез.',
      en: 'What was withdrawn does not go on. To get the service, file a new application.',
    },
  },
  'applications/unknown-question': {
    status: 422,
    title: { ru: 'Такого вопроса нет', tt: 'Мондый сорау юк', en: 'There is no such question' },
    whatToDo: {
      ru: 'Вернитесь к заявлению: оно откроется на нужном вопросе.',
      tt: 'Гаризага кире кайтыгыз: ул кирәкле сораудан ачылыр.',
      en: 'Go back to the application: it opens at the right question.',
    },
  },
  'applications/unknown-applicant': {
    status: 422,
    title: {
      ru: 'За этого заявителя подать нельзя',
      tt: 'Бу мөрәҗәгать итүче исеменнән биреп булмый',
      en: 'You cannot apply for this applicant',
    },
    whatToDo: {
      ru: 'Выберите себя, свою организацию или того, кто выдал вам действующую доверенность.',
      tt: 'Үзегезне, оешмагызны яки сезгә гамәлдәге ышанычнамә биргән кешене сайлагыз.',
      en: 'Choose yourself, your organisation, or somebody whose power of attorney you hold.',
    },
  },
  'applications/unknown-step': {
    status: 404,
    title: { ru: 'В заявлении нет такого шага', tt: 'Гаризада мондый адым юк', en: 'The application has no such step' },
    whatToDo: {
      ru: 'Откройте заявление: там видны все шаги.',
      tt: 'Гаризаны ачыгыз: анда барлык адымнар күренә.',
      en: 'Open the application: it shows all steps.',
    },
  },
  'applications/step-in-future': {
    status: 422,
    title: {
      ru: 'Дата шага ещё не наступила',
      tt: 'Адымның көне әле килмәгән',
      en: 'The date of the step is in the future',
    },
    whatToDo: {
      ru: 'Укажите день, когда шаг действительно закончен: сегодня или раньше.',
      tt: 'Адым чынлап тәмамланган көнне күрсәтегез: бүген яки алданрак.',
      en: 'Give the day on which the step was really done: today or earlier.',
    },
  },
  'applications/step-too-early': {
    status: 409,
    title: {
      ru: 'Этот шаг ещё рано отмечать',
      tt: 'Бу адымны билгеләргә әле иртә',
      en: 'It is too early to report this step',
    },
    whatToDo: {
      ru: 'Сначала должен быть готов результат, на котором он основан. Он указан рядом с шагом.',
      tt: 'Башта ул нигезләнгән нәтиҗә әзер булырга тиеш. Ул адым янында күрсәтелгән.',
      en: 'The result it rests on must exist first. It is named beside the step.',
    },
  },
} satisfies ProblemCatalogue;
