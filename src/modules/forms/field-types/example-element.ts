import { Element } from '../element.ts';

type Said = readonly [ru: string, tt: string, en: string];

/** An element for examples and tests; its id is `example.<type>` unless another is given. */
export function exampleElement(
  type: Element['type'],
  [ru, tt, en]: Said,
  settings: Partial<Omit<Element, 'type' | 'label'>> = {},
): Element {
  return Element.parse({ id: `example.${type}`, page: 'example', type, label: { ru, tt, en }, ...settings });
}
