import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/language.ts';
import type { Element } from '../element.ts';
import { errorText, messages } from '../messages.ts';
import type { FieldType } from './field-type.ts';
import type { FieldExample } from './field-ui.ts';

const context = { today: Temporal.PlainDate.from('2026-11-24') };

/** What people and programs may send for a field: nothing, words, numbers, letters of any script, broken text. */
const typed = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', ' ', '0', '-1', '1 000,5', '\u0000', '\ud800', '27', 'март', '2026', '+7', '16:50:', '@', '𝟙'),
);

/** The promises every field type makes (see `FieldType`), held against values of the type and anything typed. */
export function keepsPromises<Value>(
  type: FieldType<Value>,
  examples: readonly FieldExample[],
  values: (element: Element) => fc.Arbitrary<Value>,
): void {
  describe.each(examples)('every $element.type', ({ element, value, mistakes }) => {
    it('is read again exactly as it was written into its field', () => {
      fc.assert(
        fc.property(values(element), (known) => {
          expect(type.value.parse(known)).toEqual(known);
          expect(type.read(type.write(known), element)).toEqual({ ok: true, value: known });
        }),
      );
    });
    it('survives anything typed: a value of the type that reads the same again, or an error of this field', () => {
      fc.assert(
        fc.property(fc.array(typed, { maxLength: 4 }), (raw) => {
          const read = type.read(raw, element);
          if (!read.ok) {
            expect(read.error.length).toBeGreaterThan(0);
            for (const { field, code } of read.error) {
              expect(field.split(':')[0]).toBe(element.id);
              expect(messages).toHaveProperty([code]);
            }
          } else if (read.value !== undefined) {
            expect(type.value.parse(read.value)).toEqual(read.value);
            expect(type.read(type.write(read.value), element)).toEqual(read);
            expect(JSON.parse(JSON.stringify(read.value))).toEqual(read.value);
          }
        }),
      );
    });
    it('left empty it is no answer and no mistake', () => {
      expect(type.read([], element)).toEqual({ ok: true, value: undefined });
      expect(type.read(type.parts.length > 0 ? type.parts.map(() => ' ') : [''], element)).toEqual({
        ok: true,
        value: undefined,
      });
    });
    it('shows its example in every language', () => {
      const parsed = type.value.parse(value);
      expect(type.validate(parsed, element, context)).toEqual([]);
      for (const language of languages) expect(type.show(parsed, element, language)).not.toBe('');
    });
    it.each(mistakes.map((raw) => ({ raw })))('$raw is a mistake that is explained in every language', ({ raw }) => {
      const read = type.read(raw, element);
      const errors = read.ok && read.value !== undefined ? type.validate(read.value, element, context) : null;
      const [error] = read.ok ? (errors ?? []) : read.error;
      expect(error).toBeDefined();
      if (error === undefined) return;
      for (const language of languages) {
        const text = errorText(error, element, language);
        expect(text).toContain(element.label[language]);
        expect(text).not.toMatch(/[{}]/);
      }
    });
  });
}

/** What a type reads out of a text, or the code of its mistake: for tables of ways to write. */
export function reading<Value>(type: FieldType<Value>, element: Element, ...raw: string[]): Value | string | undefined {
  const read = type.read(raw, element);
  if (!read.ok) return read.error[0]?.code;
  const errors = read.value === undefined ? [] : type.validate(read.value, element, context);
  return errors[0]?.code ?? read.value;
}
