import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Problem codes of people, permissions and signing in. */
export const peopleProblems: ProblemCatalogue = {
  'people/sign-in-needed': {
    status: 401,
    title: { ru: 'Нужно войти', tt: 'Керергә кирәк', en: 'You need to sign in' },
    whatToDo: {
      ru: 'Войдите — после этого вы вернётесь на эту же страницу.',
      tt: 'Керегез — аннан соң шушы ук биткә кайтырсыз.',
      en: 'Sign in and you will be back on this page.',
    },
  },
  'people/not-allowed': {
    status: 403,
    title: { ru: 'У вас нет доступа', tt: 'Сезнең керү хокукыгыз юк', en: 'You have no access' },
    whatToDo: {
      ru: 'Если вы действуете за другого человека или организацию, выберите, за кого. Сотрудник может попросить доступ у начальника службы.',
      tt: 'Башка кеше яки оешма исеменнән эшлисез икән, кем өчен эшләвегезне сайлагыз. Хезмәткәр рөхсәтне бүлек башлыгыннан сорый ала.',
      en: 'If you act for another person or a company, choose for whom. An employee can ask the head of the department for access.',
    },
  },
  'people/no-mandate': {
    status: 403,
    title: {
      ru: 'Нет действующего права действовать от этого лица',
      tt: 'Бу зат исеменнән эш итү хокукы юк яки гамәлдә түгел',
      en: 'You have no valid right to act for this party',
    },
    whatToDo: {
      ru: 'Проверьте срок доверенности и услуги, на которые она выдана, или подайте заявление от своего имени.',
      tt: 'Ышанычнамәнең вакытын һәм нинди хезмәтләргә бирелгәнен тикшерегез яисә гаризаны үз исемегездән бирегез.',
      en: 'Check until when the power of attorney is valid and for which services, or apply in your own name.',
    },
  },
  'people/unknown': {
    status: 404,
    title: {
      ru: 'Такого человека или организации нет',
      tt: 'Мондый кеше яки оешма юк',
      en: 'There is no such person or organisation',
    },
    whatToDo: {
      ru: 'Вернитесь к списку и выберите заново.',
      tt: 'Исемлеккә кайтып, яңадан сайлагыз.',
      en: 'Go back to the list and choose again.',
    },
  },
  'people/employee-left': {
    status: 403,
    title: {
      ru: 'Служебная учётная запись закрыта',
      tt: 'Хезмәткәрнең исәп язмасы ябылган',
      en: 'This employee account is closed',
    },
    whatToDo: {
      ru: 'Если вы работаете в городской службе, обратитесь к администратору города.',
      tt: 'Бүлектә эшлисез икән, шәһәр администраторына мөрәҗәгать итегез.',
      en: 'If you work in a department, ask the administrator of the city.',
    },
  },
  'people/claims-missing': {
    status: 502,
    title: {
      ru: 'Служба входа не передала ваше имя',
      tt: 'Керү хезмәте исемегезне тапшырмады',
      en: 'The sign-in service did not tell your name',
    },
    whatToDo: {
      ru: 'Разрешите передачу имени и фамилии и войдите снова.',
      tt: 'Исем-фамилияне тапшырырга рөхсәт итегез һәм яңадан керегез.',
      en: 'Allow your first and last name to be passed on and sign in again.',
    },
  },
  'people/sign-in-lost': {
    status: 400,
    title: { ru: 'Вход не завершён', tt: 'Керү тәмамланмады', en: 'Signing in was not finished' },
    whatToDo: {
      ru: 'Ссылка для входа уже использована, устарела или открыта в другом браузере. Начните вход заново.',
      tt: 'Керү сылтамасы инде кулланылган, искергән яки башка браузерда ачылган. Керүне яңадан башлагыз.',
      en: 'The sign-in link was already used, is too old, or belongs to another browser. Begin signing in again.',
    },
  },
  'people/sign-in-refused': {
    status: 403,
    title: { ru: 'Служба входа отказала', tt: 'Керү хезмәте кире какты', en: 'The sign-in service refused' },
    whatToDo: {
      ru: 'Вход отменён или не разрешён. Попробуйте ещё раз или выберите другой способ входа.',
      tt: 'Керү туктатылган яки рөхсәт ителмәгән. Тагын бер тапкыр карагыз яки башка юл сайлагыз.',
      en: 'Signing in was cancelled or not permitted. Try again or choose another way.',
    },
  },
  'people/sign-in-unavailable': {
    status: 503,
    title: {
      ru: 'Служба входа не отвечает',
      tt: 'Керү хезмәте җавап бирми',
      en: 'The sign-in service does not answer',
    },
    whatToDo: {
      ru: 'Подождите несколько минут и попробуйте снова. Следить за заявлением можно и без входа, по номеру.',
      tt: 'Берничә минут көтеп, яңадан карагыз. Гаризаны кермичә дә, номеры буенча күзәтеп була.',
      en: 'Wait a few minutes and try again. You can follow an application without signing in, by its number.',
    },
  },
};
