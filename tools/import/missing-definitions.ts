import type { JsonObject } from './source-folder.ts';

const text = { type: 'string' };
const fullName = { type: 'object', properties: { surname: text, name: text, patronymic: text } };
const person = { type: 'object', properties: { fio: fullName, mobile: text } };
const company = { type: 'object', properties: { inn: text, ogrn: text, name: text } };
const address = { type: 'object', properties: { fias_id: text, value: text } };
const files = { type: 'array', items: { type: 'string', format: 'data-url' } };

/** What a definition that is nowhere probably was, by the end of its name: conventions of the system, not names of it. */
const guesses: readonly (readonly [name: RegExp, what: string, schema: JsonObject])[] = [
  [/(^|_)fio$/, 'a full name', fullName],
  [/(^|_)(agent|applicant|person|natural_person|fio_phone|person_mobile)(_optional)?$/, 'a person', person],
  [/(^|_)organi[sz]ation$/, 'an organisation', company],
  [/(^|_)address(_with_\w+)?$/, 'an address', address],
  [/(^|_)(files?|images?|photos?|scans?|attachments?|scanned_documents?|letter_of_attorney)(_\w+)?$/, 'files', files],
  [/(^|_)(area|square)$/, 'a number of square metres', { type: 'number', unit: 'm2' }],
  [/(^|_)(length|width|height|depth|distance|diameter)$/, 'a number', { type: 'number' }],
  [/(^|_)(count|quantity|amount)$|^number_of_/, 'a number', { type: 'number' }],
  [/(^|_)date$/, 'a date', { type: 'string', format: 'date' }],
];

/** A schema in the place of a definition that does not exist, and what it is in words. */
export function guessDefinition(name: string): Readonly<{ what: string; schema: JsonObject }> {
  const [, what = 'a text', schema = text] = guesses.find(([pattern]) => pattern.test(name.toLowerCase())) ?? [];
  return { what: `${what}${what === 'a text' ? '' : ' by its name'}`, schema };
}
