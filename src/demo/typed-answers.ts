import type { Pack } from '#modules/catalogue/index.ts';
import { type Element, type Form, fieldTypes } from '#modules/forms/index.ts';

type Question = Form['pages'][number]['questions'][number];

/** What an invented person types needs beside the questions. */
export type Typing = Readonly<{
  today: Temporal.PlainDate;
  city: Pack['city'];
  /** Answers that a story needs, by element: what would be typed. */
  wanted?: Readonly<Record<string, readonly string[]>>;
}>;

/** Numbers with right check digits, in ranges that are given to nobody. */
const typedByType: Partial<Record<Element['type'], readonly string[]>> = {
  'yes-no': ['yes'],
  phone: ['+7 900 000-00-09'],
  email: ['office@example.org'],
  snils: ['900-000-001 82'],
  'tax-number': ['9900000017'],
  'state-number': ['1260000000017'],
  address: ['Казань, ул. Вымышленная, д. 1'],
  text: ['Пример'],
  'long-text': ['Офисное здание на пример: два этажа, вход с улицы, стоянка во дворе.'],
  'person-name': ['Сафина', 'Айгуль', 'Рашитовна'],
  money: ['1000'],
};

/** What an invented person types into a question: what the city knows already, else an example that is valid. */
export function typedInto(
  { element, prefill }: Pick<Question, 'element' | 'prefill'>,
  typing: Typing,
): readonly string[] {
  const wanted = typing.wanted?.[element.id];
  if (wanted !== undefined) return wanted;
  const type = fieldTypes[element.type];
  const known = type.value.safeParse(prefill?.value);
  if (known.success && type.validate(known.data, element, typing).length === 0) return type.write(known.data);
  if (element.example !== undefined) return [element.example];
  return typedByType[element.type]?.map((text) => text.slice(0, element.maxLength)) ?? typedByLimits(element, typing);
}

function typedByLimits(element: Element, { today, city }: Typing): readonly string[] {
  const { type, choices = [], min } = element;
  if (type === 'choice' || type === 'choices') return choices.slice(0, 1).map(({ value }) => value);
  if (type === 'date') return fieldTypes.date.write(dayFor(element, today).toString());
  if (type === 'cadastral-number') return [city.cadastralNumber?.example ?? ''];
  if (type === 'integer' || type === 'decimal') return [String(typeof min === 'number' ? Math.max(min, 2) : 2)];
  return [];
}

/** The first of these days that the element takes: a month ahead, today, a month ago. */
function dayFor(element: Element, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = [today.add({ days: 30 }), today, today.subtract({ days: 30 })];
  return days.find((day) => fieldTypes.date.validate(day.toString(), element, { today }).length === 0) ?? today;
}

/** The controls of a page as a browser sends them: names and values in order. Files come as documents, not here. */
export function typedPage(questions: readonly Question[], typing: Typing): [string, string][] {
  return questions.flatMap((question): [string, string][] => {
    const { element } = question;
    const { parts, takesFiles } = fieldTypes[element.type];
    if (takesFiles) return [];
    const typed = typedInto(question, typing);
    return typed.map((value, index) => [parts.length === 0 ? element.id : `${element.id}:${parts[index]}`, value]);
  });
}

/** Questions of a page that must be answered with a file. */
export const filesWanted = (questions: readonly Question[]): Element[] =>
  questions.flatMap(({ element, required }) => (required && fieldTypes[element.type].takesFiles ? [element] : []));
