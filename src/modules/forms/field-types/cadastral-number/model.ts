import { oneLineType } from '../one-line-type.ts';

/** Keys that stand where the colon is on another layout, and the other marks people put between the parts. */
const separators = /[\s:;.,/\\\-–—_Жж]+/gu;
/** Letters taken for digits: О and O for 0, З for 3, l and I for 1, б for 6, Ч for 4. */
const lookAlikes: Readonly<Record<string, string>> = {
  О: '0',
  о: '0',
  O: '0',
  o: '0',
  З: '3',
  з: '3',
  l: '1',
  I: '1',
  б: '6',
  Ч: '4',
  ч: '4',
};

/**
 * Cadastral number: district, area, quarter (6 or 7 digits) and object, with colons: `16:50:011121:15`
 * (order of the Ministry of Economic Development of 24 November 2015 N 877 on cadastral division).
 * A city that says how its own numbers look gets numbers from elsewhere refused with its example.
 */
export const cadastralNumber = oneLineType({
  id: 'cadastral-number',
  maxLength: 40,
  patternCode: 'forms/cadastral-number-elsewhere',
  normalise(text) {
    const bare = text.replace(/^(кадастровый\s+номер|кад\.?\s*(номер|№)?|кн|№|no\.?)[\s:]*/iu, '');
    const parts = bare
      .replace(/[ОоOoЗзlIбЧч]/gu, (letter) => lookAlikes[letter] ?? letter)
      .replace(separators, ':')
      .replace(/^:|:$/g, '');
    return /^\d{2}:\d{2}:\d{6,7}:\d{1,10}$/.test(parts) ? { value: parts } : { code: 'forms/bad-cadastral-number' };
  },
  adapt: (element, city) => (city.cadastralNumber === undefined ? element : { ...city.cadastralNumber, ...element }),
  messages: {
    'forms/bad-cadastral-number': {
      ru: 'Поле «{label}»: введите кадастровый номер из выписки ЕГРН: четыре числа через двоеточие, например {example|16:50:011121:15}',
      tt: '«{label}» кыры: кадастр номерын күчемсез милек реестры өземтәсеннән языгыз: ике нокта аша дүрт сан, мәсәлән {example|16:50:011121:15}',
      en: '“{label}”: enter the cadastral number from the land register extract: four numbers with colons, for example {example|16:50:011121:15}',
    },
    'forms/cadastral-number-elsewhere': {
      ru: 'Поле «{label}»: это номер не нашего города. Проверьте номер, у нас он выглядит так: {example|16:50:011121:15}',
      tt: '«{label}» кыры: бу номер безнең шәһәрнеке түгел. Номерны тикшерегез, бездә ул болай була: {example|16:50:011121:15}',
      en: '“{label}”: this number is not in our city. Check it: here a number looks like {example|16:50:011121:15}',
    },
  },
});
