import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a place cannot be taken, and what to do. The same codes come as field errors of `place.*`. */
export const problems = {
  'territory/unknown-parcel': {
    status: 422,
    title: {
      ru: 'Участка с таким кадастровым номером нет на карте города',
      tt: 'Шәһәр картасында мондый кадастр номерлы кишәрлек юк',
      en: 'No plot of the city has this cadastral number',
    },
    whatToDo: {
      ru: 'Сверьте номер с выпиской из ЕГРН, например 16:50:011121:15. Или выберите участок на карте либо по адресу.',
      tt: 'Номерны Күчемсез милек реестры өземтәсе белән чагыштырыгыз, мәсәлән 16:50:011121:15. Яисә кишәрлекне картадан яки адрес буенча сайлагыз.',
      en: 'Compare the number with the register extract, for example 16:50:011121:15. Or choose the plot on the map or by address.',
    },
  },
  'territory/unknown-address': {
    status: 422,
    title: { ru: 'Такой адрес не найден', tt: 'Мондый адрес табылмады', en: 'No such address was found' },
    whatToDo: {
      ru: 'Напишите улицу и дом, например «Баумана 36». Если адреса ещё нет, выберите место на карте.',
      tt: 'Урамны һәм йортны языгыз, мәсәлән «Бауман 36». Адрес әле булмаса, урынны картадан сайлагыз.',
      en: 'Write street and house, for example "Bauman 36". If the place has no address yet, choose it on the map.',
    },
  },
  'territory/address-ambiguous': {
    status: 422,
    title: {
      ru: 'Под этот адрес подходит несколько мест',
      tt: 'Бу адреска берничә урын туры килә',
      en: 'Several places fit this address',
    },
    whatToDo: {
      ru: 'Допишите номер дома, например «Баумана 36», или выберите место из списка.',
      tt: 'Йорт номерын өстәгез, мәсәлән «Бауман 36», яисә урынны исемлектән сайлагыз.',
      en: 'Add the house number, for example "Bauman 36", or choose the place from the list.',
    },
  },
  'territory/no-parcel-here': {
    status: 404,
    title: { ru: 'В этой точке нет участка', tt: 'Бу ноктада кишәрлек юк', en: 'There is no plot at this point' },
    whatToDo: {
      ru: 'Нажмите внутри границ участка или нарисуйте границы места сами.',
      tt: 'Кишәрлек чикләре эченә басыгыз яисә урынның чикләрен үзегез сызыгыз.',
      en: 'Click inside a plot, or draw the outline of the place yourself.',
    },
  },
  'territory/outline-unreadable': {
    status: 422,
    title: { ru: 'Границы места не читаются', tt: 'Урын чикләре укылмый', en: 'The outline cannot be read' },
    whatToDo: {
      ru: 'Нарисуйте границы на карте или перечислите углы: широта и долгота через пробел, углы через точку с запятой, не меньше трёх.',
      tt: 'Чикләрне картада сызыгыз яисә почмакларны санап языгыз: киңлек һәм озынлык аралары буш урын белән, почмаклар нокталы өтер белән, кимендә өч.',
      en: 'Draw it on the map, or list its corners: latitude and longitude with a space, corners with a semicolon, at least three.',
    },
  },
  'territory/outline-has-holes': {
    status: 422,
    title: { ru: 'В границах места есть вырез', tt: 'Урын чикләрендә тишек бар', en: 'The outline has a hole' },
    whatToDo: {
      ru: 'Нарисуйте одну внешнюю границу без вырезов.',
      tt: 'Тишекләрсез бер тышкы чик сызыгыз.',
      en: 'Draw one outer line without holes.',
    },
  },
  'territory/outline-too-few-corners': {
    status: 422,
    title: {
      ru: 'У места меньше трёх углов',
      tt: 'Урынның почмаклары өчтән ким',
      en: 'The outline has fewer than three corners',
    },
    whatToDo: {
      ru: 'Добавьте углы: нужно не меньше трёх.',
      tt: 'Почмаклар өстәгез: кимендә өч кирәк.',
      en: 'Add corners: at least three are needed.',
    },
  },
  'territory/outline-too-many-corners': {
    status: 422,
    title: {
      ru: 'У места больше {limit} углов',
      tt: 'Урынның почмаклары {limit} дән артык',
      en: 'The outline has more than {limit} corners',
    },
    whatToDo: {
      ru: 'Упростите границы: достаточно основных углов.',
      tt: 'Чикләрне гадиләштерегез: төп почмаклар җитә.',
      en: 'Simplify it: the main corners are enough.',
    },
  },
  'territory/outline-crosses-itself': {
    status: 422,
    title: {
      ru: 'Граница места пересекает сама себя',
      tt: 'Урын чиге үзен-үзе кисә',
      en: 'The outline crosses itself',
    },
    whatToDo: {
      ru: 'Обойдите место по краю, угол за углом, не пересекая проведённую линию. Последний угол можно отменить.',
      tt: 'Урынны кырыеннан, почмак артыннан почмак, сызылган сызыкны кисмичә әйләнеп чыгыгыз. Соңгы почмакны кире алырга мөмкин.',
      en: 'Go round the edge corner by corner without crossing the line already drawn. The last corner can be undone.',
    },
  },
  'territory/outline-too-small': {
    status: 422,
    title: {
      ru: 'Место меньше {limit} м²',
      tt: 'Урын {limit} м² тан кечерәк',
      en: 'The place is smaller than {limit} m²',
    },
    whatToDo: {
      ru: 'Приблизьте карту и нарисуйте границы заново.',
      tt: 'Картаны якынайтып, чикләрне яңадан сызыгыз.',
      en: 'Zoom in and draw the outline again.',
    },
  },
  'territory/outline-too-large': {
    status: 422,
    title: {
      ru: 'Место больше {limit} га',
      tt: 'Урын {limit} га дан зуррак',
      en: 'The place is larger than {limit} ha',
    },
    whatToDo: {
      ru: 'Нарисуйте только место работ. Для нескольких мест подайте несколько заявлений.',
      tt: 'Эш урынын гына сызыгыз. Берничә урын өчен берничә гариза бирегез.',
      en: 'Draw only the place of the works. For several places file several applications.',
    },
  },
  'territory/outside-city': {
    status: 422,
    title: {
      ru: 'Место выходит за границу города',
      tt: 'Урын шәһәр чигеннән читтә',
      en: 'The place lies outside the city',
    },
    whatToDo: {
      ru: 'Выберите место внутри границы города. За её пределами обратитесь в исполком своего района.',
      tt: 'Шәһәр чиге эчендәге урынны сайлагыз. Чиктән читтә булса, үз районыгызның башкарма комитетына мөрәҗәгать итегез.',
      en: 'Choose a place inside the city boundary. Outside of it the authority is that of the neighbouring district.',
    },
  },
  'territory/unknown-layer': {
    status: 404,
    title: { ru: 'Слоя {layer} нет', tt: '{layer} катламы юк', en: 'There is no layer {layer}' },
    whatToDo: {
      ru: 'Список слоёв: /map/layers.json.',
      tt: 'Катламнар исемлеге: /map/layers.json.',
      en: 'The list of layers is /map/layers.json.',
    },
  },
  'territory/request-unreadable': {
    status: 400,
    title: {
      ru: 'Запрос к карте не читается',
      tt: 'Картага мөрәҗәгать укылмый',
      en: 'The request to the map cannot be read',
    },
    whatToDo: {
      ru: 'Проверьте параметр {parameter}.',
      tt: '{parameter} параметрын тикшерегез.',
      en: 'Check the parameter {parameter}.',
    },
  },
} satisfies ProblemCatalogue;
