import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a file or document is refused, and what to do. */
export const problems = {
  'documents/unknown-document': {
    status: 404,
    title: { ru: 'Документ не найден', tt: 'Документ табылмады', en: 'No such document' },
    whatToDo: {
      ru: 'Откройте документ со страницы заявления или дела.',
      tt: 'Документны гариза яки эш битеннән ачыгыз.',
      en: 'Open the document from its application or case.',
    },
  },
  'documents/too-large': {
    status: 413,
    title: { ru: 'Файл больше {limit} МБ', tt: 'Файл {limit} МБтан зуррак', en: 'The file is larger than {limit} MB' },
    whatToDo: {
      ru: 'Сожмите файл, разделите его на части или сохраните сканы с меньшим разрешением.',
      tt: 'Файлны кысыгыз, өлешләргә бүлегез яки сканнарны кечерәк ачыклык белән саклагыз.',
      en: 'Compress it, split it into parts, or save scans at a lower resolution.',
    },
  },
  'documents/type-not-allowed': {
    status: 415,
    title: {
      ru: 'Файл «{name}» не того типа, который можно приложить',
      tt: '«{name}» файлы рөхсәт ителгән төрдә түгел',
      en: '“{name}” is not a kind of file that can be attached',
    },
    whatToDo: {
      ru: 'Приложите PDF, фотографию или документ. Тип определяется по содержимому: переименовать файл недостаточно.',
      tt: 'PDF, фотосурәт яки документ беркетегез. Төр эчтәлек буенча билгеләнә: исемен үзгәртү генә җитми.',
      en: 'Attach a PDF, a picture or a document. The kind is told from the content: a new name is not enough.',
    },
  },
  'documents/empty': {
    status: 422,
    title: { ru: 'Файл «{name}» пустой', tt: '«{name}» файлы буш', en: '“{name}” is empty' },
    whatToDo: {
      ru: 'Проверьте файл на своём устройстве и приложите его ещё раз.',
      tt: 'Файлны җайланмагызда тикшереп, яңадан беркетегез.',
      en: 'Check it on your device and attach it again.',
    },
  },
  'documents/unreadable-form': {
    status: 400,
    title: {
      ru: 'Форму с файлами не удалось прочитать',
      tt: 'Файллы форманы укып булмады',
      en: 'The form with its files cannot be read',
    },
    whatToDo: {
      ru: 'Похоже, отправка прервалась. Вернитесь на страницу и отправьте форму ещё раз.',
      tt: 'Җибәрү өзелгән булса кирәк. Биткә кайтып, форманы яңадан җибәрегез.',
      en: 'Sending seems to have been cut off. Go back to the page and send the form again.',
    },
  },
  'documents/too-many': {
    status: 413,
    title: {
      ru: 'За один раз приложено слишком много файлов',
      tt: 'Бер тапкырга артык күп файл беркетелгән',
      en: 'Too many files at once',
    },
    whatToDo: {
      ru: 'Приложите не больше {limit} файлов за раз; остальные добавьте следующим шагом.',
      tt: 'Бер тапкырга {limit} файлдан артык беркетмәгез; калганнарын икенче адымда өстәгез.',
      en: 'Attach at most {limit} files at a time; add the others in a next step.',
    },
  },
} satisfies ProblemCatalogue;
