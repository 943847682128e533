import { formatDate, formatNumber } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';
import type { FieldError } from '#kernel/result.ts';
import type { Element } from './element.ts';
import type { Messages } from './field-types/field-type.ts';
import { fieldTypes } from './field-types/index.ts';
import { unitText } from './units.ts';

/** Codes whose number is a limit in the unit of the field. */
const limits: Messages = {
  'forms/too-small': {
    ru: 'Поле «{label}»: введите число не меньше {min}',
    tt: '«{label}» кыры: кимендә {min} булган сан языгыз',
    en: '“{label}”: enter a number that is at least {min}',
  },
  'forms/too-big': {
    ru: 'Поле «{label}»: введите число не больше {max}',
    tt: '«{label}» кыры: күп дигәндә {max} булган сан языгыз',
    en: '“{label}”: enter a number that is at most {max}',
  },
};

/** Texts of the codes that several field types give; each type's own stand in its folder. */
const common: Messages = {
  'forms/required': {
    ru: 'Заполните поле «{label}»',
    tt: '«{label}» кырын тутырыгыз',
    en: 'Fill in “{label}”',
  },
  'forms/choose-one': {
    ru: 'Выберите ответ: «{label}»',
    tt: 'Җавап сайлагыз: «{label}»',
    en: 'Choose an answer: “{label}”',
  },
  'forms/choose-some': {
    ru: 'Отметьте хотя бы один из предложенных ответов: «{label}»',
    tt: 'Тәкъдим ителгән җавапларның берсен булса да билгеләгез: «{label}»',
    en: 'Tick at least one of the offered answers: “{label}”',
  },
  'forms/too-long': {
    ru: 'Поле «{label}»: сократите текст, помещается не больше {max} знаков',
    tt: '«{label}» кыры: текстны кыскартыгыз, {max} билгегә кадәр сыя',
    en: '“{label}”: shorten the text, at most {max} characters fit',
  },
  ...limits,
  'forms/does-not-match': {
    ru: 'Поле «{label}»: запишите ответ так, как в примере: {example|см. подсказку к полю}',
    tt: '«{label}» кыры: җавапны үрнәктәгечә языгыз: {example|кырның аңлатмасын карагыз}',
    en: '“{label}”: write the answer as in the example: {example|see the hint of the field}',
  },
  'forms/answer-again': {
    ru: 'Ответьте ещё раз: «{label}». Вопрос изменился с тех пор, как вы на него ответили',
    tt: 'Тагын бер тапкыр җавап бирегез: «{label}». Сез җавап биргәннән бирле сорау үзгәрде',
    en: 'Answer again: “{label}”. The question has changed since you answered it',
  },
  'forms/ground': {
    ru: '«{label}». В прошлый раз отказали: {ru}',
    tt: '«{label}». Узган юлы баш тарттылар: {tt}',
    en: '“{label}”. Refused the last time: {en}',
  },
  'forms/unknown-record': {
    ru: 'В реестре нет записи с таким номером, как в поле «{label}». Проверьте номер на документе или найдите запись в своих делах',
    tt: 'Реестрда «{label}» кырындагы номерлы язма юк. Номерны документтан тикшерегез яки язманы үз эшләрегездән табыгыз',
    en: 'No record has the number in “{label}”. Check the number on the document, or find the record among your cases',
  },
  'forms/closed-record': {
    ru: 'Запись из поля «{label}» уже закрыта: изменить её нельзя. Проверьте номер',
    tt: '«{label}» кырындагы язма ябылган инде: аны үзгәртеп булмый. Номерны тикшерегез',
    en: 'The record in “{label}” is closed already and cannot be changed. Check the number',
  },
  'forms/check-answer': {
    ru: 'Проверьте ответ: «{label}»',
    tt: 'Җавапны тикшерегез: «{label}»',
    en: 'Check the answer: “{label}”',
  },
};

/** Every error code of forms with its texts. */
export const messages: Messages = Object.assign(
  {},
  common,
  ...Object.values(fieldTypes).map((type) => type.messages),
) as Messages;

/**
 * What an error tells the person: it names the field and says what to do.
 * @param more texts of codes that other modules put on a field, such as a refused upload
 */
export function errorText(error: FieldError, element: Element, language: Language, more: Messages = {}): string {
  const text = messages[error.code] ?? more[error.code] ?? common['forms/check-answer'];
  return (text?.[language] ?? error.code).replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise = '') => {
    if (name === 'label') return element.label[language];
    const value = error.params?.[name];
    if (value === undefined) return otherwise;
    const words = inWords(value, language);
    return error.code in limits ? unitText(words, element, language) : words;
  });
}

/** A parameter as people of the language write it: ISO dates in words, numbers in groups. */
function inWords(value: string | number, language: Language): string {
  if (typeof value === 'number') return formatNumber(value, language, 6);
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, language) : value;
}
