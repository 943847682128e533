import type { Definitions } from './definitions.ts';
import { type AnswerType, listType, valueType, withLegalType } from './field-type.ts';
import { type Note, type Shape, shapeOf } from './shape.ts';
import { isObject, type JsonObject } from './source-folder.ts';
import { humanised } from './words.ts';

/** One answer a schema asks for. Groups are dissolved: a field knows the path it stood at. */
export type Field = Readonly<{
  path: readonly string[];
  label: string;
  hint: string | undefined;
  answer: AnswerType;
  /** The one thing a yes says; it stands in the label too. */
  says: string | undefined;
  required: boolean;
  /** Path of the nearest definition, if the field is one. */
  definition: string | undefined;
  /** The address of a place that was drawn on the map. */
  onMap: boolean;
  /** Only for the further entries of a list. */
  more: boolean;
}>;

/** A line about one place of a schema. */
export type FieldNote = Note & Readonly<{ at: string }>;

export type Fields = Readonly<{ fields: readonly Field[]; notes: readonly FieldNote[] }>;

/** Deeper schemas describe themselves. */
const deepest = 8;

const has = (properties: JsonObject, ...keys: string[]): boolean => keys.every((key) => key in properties);
const isPersonName = (properties: JsonObject): boolean =>
  has(properties, 'surname', 'name') || has(properties, 'last_name', 'first_name');
const isAddress = (properties: JsonObject): boolean =>
  has(properties, 'fias_id', 'value') || has(properties, 'street', 'house');
const isPoint = (properties: JsonObject): boolean => has(properties, 'lat', 'lon');
const isOutline = (keywords: JsonObject): boolean => {
  const type = isObject(keywords.properties) ? keywords.properties.type : undefined;
  const kinds = isObject(type) && Array.isArray(type.enum) ? type.enum : [];
  return kinds.includes('Polygon') || kinds.includes('FeatureCollection') || kinds.includes('Feature');
};
const isPlace = (properties: JsonObject): boolean => Object.keys(properties).some((key) => /^geo_?json$/i.test(key));

type Place = Readonly<{
  path: readonly string[];
  /** Name of the group above, as people read it. */
  above: string | undefined;
  required: boolean;
  /** Definitions on the way here: one that comes back is a circle. */
  passed: readonly string[];
  onMap: boolean;
}>;

class Walk {
  readonly fields: Field[] = [];
  readonly notes: FieldNote[] = [];
  private readonly definitions: Definitions;

  constructor(definitions: Definitions) {
    this.definitions = definitions;
  }

  private note(place: Place, notes: readonly Note[]): void {
    this.notes.push(...notes.map((note) => ({ ...note, at: place.path.join('.') })));
  }

  private lose(place: Place, text: string): void {
    this.note(place, [{ kind: 'lost', text }]);
  }

  private labelOf(shape: Shape, place: Place): string {
    const name = place.path.at(-1) ?? '';
    if (shape.label === undefined && place.above === undefined)
      this.note(place, [{ kind: 'guessed', text: 'no title: named by its identifier' }]);
    const own = shape.label ?? (place.above === undefined ? humanised(name) : undefined);
    if (own === undefined) return place.above ?? name;
    return place.above === undefined || place.above === own ? own : `${place.above}: ${own}`;
  }

  private ask(answer: AnswerType, shape: Shape, place: Place): void {
    const label = this.labelOf(shape, place);
    const { says, ...type } = answer;
    if (shape.keywords.default !== undefined && !isEmpty(shape.keywords.default))
      this.lose(place, 'the default value: a person answers every question');
    this.fields.push({
      path: place.path,
      label: says === undefined || says === label ? label : `${label}: ${says}`,
      hint: shape.hint,
      answer: type,
      says,
      required: place.required,
      definition: shape.definitions[0],
      onMap: place.onMap,
      more: false,
    });
  }

  visit(node: unknown, place: Place): void {
    const found = shapeOf(node, this.definitions);
    // What GeoJSON may be is of no interest: it is drawn.
    const notes = isOutline(found.keywords) ? [] : [...found.notes];
    const passed = found.definitions.find((path) => place.passed.includes(path));
    if (isObject(node) && Object.keys(node).length === 0) {
      this.note(place, [{ kind: 'guessed', text: 'left empty in the schema: not asked' }]);
    } else if (passed !== undefined || place.path.length > deepest) {
      this.note(place, notes);
      this.note(place, [{ kind: 'guessed', text: `${passed ?? 'the schema'} contains itself: taken as a text` }]);
      this.ask({ type: 'long-text' }, found, place);
    } else {
      const keywords = withLegalType(found.keywords, notes);
      const inside = { ...place, passed: [...place.passed, ...found.definitions] };
      this.take({ ...found, keywords }, inside, notes);
      this.note(place, notes);
    }
  }

  /** The form itself: never one answer, whatever its fields are called. */
  form(shape: Shape, place: Place): void {
    this.note(place, shape.notes);
    this.parts(shape, isObject(shape.keywords.properties) ? shape.keywords.properties : {}, place);
  }

  private take(shape: Shape, place: Place, notes: Note[]): void {
    const { keywords } = shape;
    if (keywords.type === 'null') this.lose(place, 'it can only be empty: not asked');
    else if (keywords.type === 'object') this.group(shape, place);
    else if (keywords.type === 'array') this.list(shape, place);
    else this.ask(valueType(shape, place.path.at(-1) ?? '', notes), shape, place);
  }

  private group(shape: Shape, place: Place): void {
    const properties = isObject(shape.keywords.properties) ? shape.keywords.properties : {};
    if (isPersonName(properties)) this.ask({ type: 'person-name' }, shape, place);
    else if (isAddress(properties)) this.ask({ type: 'address' }, shape, place);
    else if (isPoint(properties) || isOutline(shape.keywords)) this.outline(place);
    else if (Object.keys(properties).length === 0) {
      this.note(place, [{ kind: 'guessed', text: 'a group without fields: taken as a text' }]);
      this.ask({ type: 'long-text' }, shape, place);
    } else this.parts(shape, properties, place);
  }

  private outline(place: Place): void {
    const text = place.onMap
      ? 'drawn on the map of the application, not in the form'
      : 'a point on the map: known from the address';
    this.note(place, [{ kind: 'guessed', text }]);
  }

  private parts(shape: Shape, properties: JsonObject, place: Place): void {
    const { keywords } = shape;
    if (keywords.require !== undefined)
      this.note(place, [{ kind: 'guessed', text: '"require" is read as "required"' }]);
    if (keywords.dependencies !== undefined)
      this.note(place, [
        { kind: 'guessed', text: 'dependencies between fields: all are asked, none because of another' },
      ]);
    const listed = [keywords.required, keywords.require].flatMap((list) => (Array.isArray(list) ? list : []));
    const above = place.path.length === 0 ? undefined : this.labelOf(shape, place);
    const onMap = isPlace(properties);
    const from = this.fields.length;
    for (const [name, node] of Object.entries(properties)) {
      // The outline is compulsory there and is drawn on the map here; its address then has to be there too.
      const needed =
        listed.includes(name) ||
        (onMap && listed.length > 0 && name === 'address') ||
        (above !== undefined && isMain(name, listed));
      const required = place.required && needed;
      // The address of a place is called as the place is.
      const named = onMap && name === 'address' && isObject(node) ? { ...node, title: ' ' } : node;
      this.visit(named, { ...place, path: [...place.path, name], above, required, onMap: onMap || place.onMap });
    }
    const asked = this.fields.slice(from);
    if (above !== undefined && place.required && asked.length > 0 && !asked.some(({ required }) => required))
      this.note(place, [{ kind: 'guessed', text: 'compulsory as a whole, but no field of it is: none is required' }]);
  }

  private list(shape: Shape, place: Place): void {
    const { items } = shape.keywords;
    const notes: Note[] = [];
    const found = shapeOf(Array.isArray(items) ? items[0] : (items ?? { type: 'string' }), this.definitions);
    const item = { ...found, keywords: withLegalType(found.keywords, notes) };
    this.note(place, [...item.notes, ...notes]);
    if (item.keywords.type === 'array') {
      this.list({ ...item, label: shape.label ?? item.label, hint: shape.hint ?? item.hint }, place);
    } else if (item.keywords.type === 'object' && !item.definitions.some((path) => place.passed.includes(path))) {
      this.entries(shape, item, place);
    } else {
      const answer = listType(item);
      if (answer.type === 'long-text')
        this.note(place, [{ kind: 'guessed', text: 'a list of texts: one text, an entry a line' }]);
      const { minItems } = shape.keywords;
      this.ask(answer, shape, { ...place, required: place.required && minItems !== 0 });
    }
  }

  /** A list of groups: the fields of the first entry, and a text for the others if files alone do not hold them. */
  private entries(shape: Shape, item: Shape, place: Place): void {
    const label = this.labelOf(shape, place);
    const from = this.fields.length;
    const inside = { ...place, passed: [...place.passed, ...item.definitions] };
    this.group({ ...item, label: undefined, hint: undefined }, { ...inside, above: label });
    const asked = this.fields.slice(from);
    if (asked.every(({ answer, path }) => answer.type === 'files' || path.at(-1) === 'description')) return;
    this.note(place, [
      { kind: 'guessed', text: 'a list of groups: fields for the first entry, a text for the others' },
    ]);
    const answer = { type: 'long-text' };
    const path = [...place.path, 'more'];
    this.fields.push({
      path,
      label,
      hint: undefined,
      answer,
      says: undefined,
      required: false,
      definition: undefined,
      onMap: false,
      more: true,
    });
  }
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isObject(value) && Object.values(value).every(isEmptyPart));
const isEmptyPart = (value: unknown): boolean => typeof value === 'string' || isEmpty(value);

/** A group that says nothing of what is compulsory needs at least the name of its company. */
const isMain = (name: string, listed: readonly unknown[]): boolean => listed.length === 0 && name === 'name';

/** All fields of a form, in its order, and what was guessed or lost on the way. */
export function fieldsOf(schema: JsonObject, definitions: Definitions): Fields {
  const walk = new Walk(definitions);
  const shape = shapeOf(schema, definitions);
  const root: Place = { path: [], above: undefined, required: true, passed: shape.definitions, onMap: false };
  if (isObject(shape.keywords.properties)) walk.form(shape, root);
  else walk.notes.push({ kind: 'lost', text: 'the schema has no properties: nothing to ask', at: '' });
  return { fields: walk.fields, notes: walk.notes };
}
