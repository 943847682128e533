import type { Element } from '../element.ts';
import { controlName } from '../field-types/field-type.ts';
import { fieldTypes } from '../field-types/index.ts';

/** Id of the control a link to a field leads to: the first one, where the field has several. */
export function controlOf(element: Element, field: string = element.id): string {
  const [first] = fieldTypes[element.type].parts;
  return field === element.id && first !== undefined ? controlName(element.id, first) : field;
}
