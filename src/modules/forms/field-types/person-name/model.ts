import { z } from 'zod';
import { failed, ok } from '#kernel/result.ts';
import { type FieldType, fieldError } from '../field-type.ts';
import { oneLine } from '../reading.ts';

/** A person's name as passports have it; not everybody has a patronymic. */
export const PersonName = z.strictObject({
  lastName: z.string().min(1).max(100),
  firstName: z.string().min(1).max(100),
  patronymic: z.string().min(1).max(100).optional(),
});
export type PersonName = z.infer<typeof PersonName>;

const parts = ['lastName', 'firstName', 'patronymic'] as const;

/** A name in three fields; a whole name pasted into the first one is taken apart. */
export const personName: FieldType<PersonName> = {
  id: 'person-name',
  value: PersonName,
  parts,
  messages: {
    'forms/name-without-lastName': {
      ru: 'Поле «{label}»: добавьте фамилию',
      tt: '«{label}» кыры: фамилияне өстәгез',
      en: '“{label}”: add the last name',
    },
    'forms/name-without-firstName': {
      ru: 'Поле «{label}»: добавьте имя',
      tt: '«{label}» кыры: исемне өстәгез',
      en: '“{label}”: add the first name',
    },
    'forms/bad-name': {
      ru: 'Поле «{label}»: в имени могут быть только буквы, дефис, апостроф и пробел, не больше 100 знаков. Исправьте его',
      tt: '«{label}» кыры: исемдә хәрефләр, сызыкча, апостроф һәм буш урын гына була ала, 100 билгедән артык түгел. Аны төзәтегез',
      en: '“{label}”: a name may hold only letters, hyphens, apostrophes and spaces, at most 100 characters. Correct it',
    },
  },
  read(raw, element) {
    const typed = parts.map((_, index) => oneLine(raw[index] ?? '').replace(/[’ʼ`]/g, "'"));
    if (typed.every((part) => part === '')) return ok(undefined);
    const [lastName = '', firstName = '', patronymic = ''] = takeApart(typed);
    if (lastName === '') return failed([fieldError({ element, part: 'lastName' }, 'forms/name-without-lastName')]);
    if (firstName === '') return failed([fieldError({ element, part: 'firstName' }, 'forms/name-without-firstName')]);
    const wrong = parts.find((_, index) => !mayBeName([lastName, firstName, patronymic][index] ?? ''));
    if (wrong !== undefined) return failed([fieldError({ element, part: wrong }, 'forms/bad-name')]);
    return ok({ lastName, firstName, ...(patronymic === '' ? {} : { patronymic }) });
  },
  validate(name, element) {
    const max = element.maxLength ?? 300;
    const tooLong = personName.show(name, element, 'ru').length > max;
    return tooLong ? [fieldError({ element, part: 'lastName' }, 'forms/too-long', { max })] : [];
  },
  write: (name) => [name.lastName, name.firstName, name.patronymic ?? ''],
  show: (name) => [name.lastName, name.firstName, name.patronymic].filter((part) => part !== undefined).join(' '),
};

const mayBeName = (text: string): boolean => text.length <= 100 && /^[\p{L}\p{M}'.\- ]*$/u.test(text);

/** `Габдуллин Рамил Илдар улы` in one field: last name, first name, and the rest is the patronymic. */
function takeApart(typed: readonly string[]): readonly string[] {
  if (typed[1] !== '' || typed[2] !== '') return typed;
  const [lastName = '', firstName = '', ...rest] = (typed[0] ?? '').split(' ');
  return [lastName, firstName, rest.join(' ')];
}
