import type { Language, Localized } from '#kernel/language.ts';
import type { Element } from './element.ts';

/** Units a pack names by their code; any other unit of a pack is a text in three languages. */
const units: Readonly<Record<string, Localized>> = {
  m: { ru: 'м', tt: 'м', en: 'm' },
  km: { ru: 'км', tt: 'км', en: 'km' },
  m2: { ru: 'м²', tt: 'м²', en: 'm²' },
  m3: { ru: 'м³', tt: 'м³', en: 'm³' },
  ha: { ru: 'га', tt: 'га', en: 'ha' },
  mm: { ru: 'мм', tt: 'мм', en: 'mm' },
  kW: { ru: 'кВт', tt: 'кВт', en: 'kW' },
  'm3/h': { ru: 'м³/ч', tt: 'м³/сәг', en: 'm³/h' },
  'm3/day': { ru: 'м³/сут', tt: 'м³/тәү', en: 'm³/day' },
  'l/s': { ru: 'л/с', tt: 'л/с', en: 'l/s' },
  percent: { ru: '%', tt: '%', en: '%' },
  days: { ru: 'дн.', tt: 'көн', en: 'days' },
  workingDays: { ru: 'раб. дн.', tt: 'эш көне', en: 'working days' },
  months: { ru: 'мес.', tt: 'ай', en: 'months' },
  years: { ru: 'лет', tt: 'ел', en: 'years' },
  storeys: { ru: 'эт.', tt: 'кат', en: 'storeys' },
  pieces: { ru: 'шт.', tt: 'данә', en: 'pieces' },
};

/** The unit of an element in words; `undefined` if it has none. A code the table does not know is shown as it is. */
export function unitOf(element: Element, language: Language): string | undefined {
  if (element.unit === undefined) return undefined;
  const text = typeof element.unit === 'string' ? units[element.unit] : element.unit;
  return text?.[language] ?? String(element.unit);
}

/** A number followed by its unit, kept together on one line. */
export function unitText(number: string, element: Element, language: Language): string {
  const unit = unitOf(element, language);
  return unit === undefined ? number : `${number}\u00a0${unit}`;
}
