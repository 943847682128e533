import type { Language, Localized } from '#kernel/language.ts';

/** What is told about a value that a schema refused, by the code of the schema's issue. */
const texts: Readonly<Record<string, Localized>> = {
  missing: { ru: 'обязательное поле', tt: 'мәҗбүри кыр', en: 'is required' },
  invalid_type: { ru: 'неверный тип значения', tt: 'кыйммәтнең төре дөрес түгел', en: 'has the wrong type' },
  invalid_format: { ru: 'неверный формат', tt: 'формат дөрес түгел', en: 'has the wrong format' },
  invalid_value: {
    ru: 'недопустимое значение',
    tt: 'рөхсәт ителмәгән кыйммәт',
    en: 'is not one of the allowed values',
  },
  too_small: {
    ru: 'значение слишком мало или коротко',
    tt: 'кыйммәт артык кечкенә яки кыска',
    en: 'is too small or too short',
  },
  too_big: {
    ru: 'значение слишком велико или длинно',
    tt: 'кыйммәт артык зур яки озын',
    en: 'is too large or too long',
  },
  not_multiple_of: {
    ru: 'значение не кратно шагу',
    tt: 'кыйммәт адымга туры килми',
    en: 'is not a multiple of the step',
  },
  unrecognized_keys: { ru: 'есть неизвестные поля', tt: 'билгесез кырлар бар', en: 'has unknown fields' },
};

const other: Localized = { ru: 'неверное значение', tt: 'кыйммәт дөрес түгел', en: 'is not valid' };

/** The text for an issue code of Zod 4; any code has one. */
export const validationText = (code: string, language: Language): string => (texts[code] ?? other)[language];
