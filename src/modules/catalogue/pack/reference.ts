import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { packFileKinds, testFileKinds } from './files.ts';

/** The part of JSON Schema that the schemas of a pack use. */
type JsonSchema = Readonly<{
  type?: string;
  description?: string;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  items?: JsonSchema;
  additionalProperties?: JsonSchema | boolean;
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
  enum?: readonly unknown[];
  const?: unknown;
  format?: string;
  default?: unknown;
}>;

/** What keys mean whose schemas belong to other modules and carry no description. */
const meanings: Readonly<Record<string, string>> = {
  amount: 'How many units.',
  unit: 'Unit; of a number m, m2, m3, months … or a text of your own.',
  from: 'Known value it is prefilled with, for example place.cadastralNumber.',
  roll: 'Where the end goes if it falls on a day off.',
  required: 'Whether it must be there; true if left out.',
  when: 'Condition in FEEL under which it is asked.',
  element: 'Element of the dictionary.',
  type: 'Field type: a folder of src/modules/forms/field-types.',
  page: 'Page of the form on which it is asked.',
  label: 'Question or answer, as the person reads it.',
  hint: 'How to answer: where the number stands, in which form.',
  why: 'Why the city asks for it.',
  choices: 'Answers of a choice or choices.',
  value: 'Value stored and compared in conditions; never shown.',
  min: 'Least value; of a date also today.',
  max: 'Greatest value; of a date also today.',
  decimals: 'Digits after the decimal mark; two if left out.',
  maxLength: 'Most letters.',
  maxFiles: 'Most files.',
  accept: 'Kinds of file taken.',
  pattern: 'Regular expression the value must match.',
  example: 'A value that matches the pattern, shown in the error.',
  unverified: 'Paths of facts not yet checked against a source; * means all of the object.',
  title: 'Heading of the page.',
  lead: 'One or two sentences above the questions.',
  text: 'The text people read.',
  summary: 'One or two plain sentences.',
  id: 'Identifier.',
  address: 'Postal address.',
  phone: 'Telephone for applicants.',
  url: 'Address of a page that says more.',
  legalBasis: 'Acts on which it rests.',
  date: 'Date of the act.',
  article: 'Article or clause, in quotes.',
  currency: 'Three letters of ISO 4217.',
  fee: 'What the applicant pays.',
  version: 'Number of the version: 1, 2, 3 …',
  effective: 'First day on which it is law.',
  applicants: 'Who may apply.',
  inputs: 'Elements the service asks for.',
  evidence: 'Documents and outputs the service rests on.',
  requests: 'Requests the officer usually sends.',
  question: 'What is asked of the other department.',
  name: 'Name people read.',
  result: 'What the applicant gets.',
  triage: 'Questions that find the services, one a page.',
  options: 'Answers the question offers.',
  items: 'Services and steps the situation may need.',
  fields: 'What a record holds.',
  years: 'Years that differ from plain weeks, by number in quotes.',
  number: 'Number of the act, in quotes.',
  service: 'Service of services/.',
  step: 'Step of steps.yaml.',
  term: 'How long the answer may take.',
  ru: 'Russian words.',
  tt: 'Tatar words.',
  en: 'English words.',
};

/** A term says what starts its clock; everywhere else `from` is where a value comes from. */
function meaningOf(key: string, schema: JsonSchema): string {
  if (schema.description) return schema.description;
  if (key === 'from' && schema.enum) return 'What starts the clock.';
  return meanings[key] ?? '';
}

const isText = ({ properties = {} }: JsonSchema): boolean =>
  Object.keys(properties).length === languages.length &&
  languages.every((language) => properties[language]?.type === 'string');

const branches = (schema: JsonSchema): readonly JsonSchema[] => schema.oneOf ?? schema.anyOf ?? [];

function typeOf(schema: JsonSchema): string {
  if (isText(schema)) return 'text in ru, tt, en';
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(' · ');
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (branches(schema).length > 0) return [...new Set(branches(schema).map(typeOf))].join(' or ');
  if (schema.type === 'array') return schema.items ? `list of ${typeOf(schema.items)}` : 'list';
  if (schema.format === 'date') return 'date';
  return schema.type ?? 'value';
}

type Row = Readonly<{ key: string; type: string; need: string; meaning: string }>;

function rowsOf(schema: JsonSchema, prefix: string, needed: boolean): Row[] {
  if (isText(schema)) return [];
  const parts = branches(schema);
  if (parts.length > 0) {
    // A key that only some kinds of an object have is not needed in all.
    const rows = parts.flatMap((part) => rowsOf(part, prefix, needed));
    return [...Map.groupBy(rows, ({ key }) => key)].flatMap(([, same]) => mergeRows(same, parts.length));
  }
  if (schema.type === 'array') return schema.items ? rowsOf(schema.items, `${prefix}[]`, needed) : [];
  if (typeof schema.additionalProperties === 'object')
    return rowsOf(schema.additionalProperties, `${prefix}.<key>`, needed);
  return Object.entries(schema.properties ?? {}).flatMap(([key, below]) => {
    const path = prefix === '' || prefix === '[]' ? key : `${prefix}.${key}`;
    const must = schema.required?.includes(key) ?? false;
    const row = {
      key: path,
      type: typeOf(below),
      need: must ? 'yes' : needOf(below),
      meaning: meaningOf(key, below),
    };
    return [row, ...rowsOf(below, path, must)];
  });
}

function needOf({ default: fallback }: JsonSchema): string {
  const shown = fallback === undefined ? '' : JSON.stringify(fallback);
  return shown === '' || shown === '[]' || shown.startsWith('{') ? '' : `\`${shown}\` if left out`;
}

function mergeRows(same: readonly Row[], kinds: number): Row[] {
  const [first] = same;
  if (!first) return [];
  const types = [...new Set(same.map(({ type }) => type))].join(' or ');
  const meaning = [...new Set(same.map((row) => row.meaning))].join(' / ');
  return [
    {
      ...first,
      meaning,
      type: types,
      need: same.length < kinds && first.need === 'yes' ? 'in some kinds' : first.need,
    },
  ];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function section({ place, schema, required }: (typeof testFileKinds)[number]): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const list = json.type === 'array' ? ' A list; each entry has:' : '';
  const rows = rowsOf(json, '', true).map(
    ({ key, type, need, meaning }) => `| \`${key}\` | ${cell(type)} | ${need} | ${cell(meaning)} |`,
  );
  const head = `### \`${place}\`\n\n${json.description ?? ''}${required ? '' : ' May be absent.'}${list}`;
  return [head, '', '| key | value | needed | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

/** Reference of all files of a city pack in Markdown, made from the schemas that check them. */
export function packReference(): string {
  return [...packFileKinds, ...testFileKinds].map(section).join('\n\n');
}
