import type { PackDraft } from '../pack-draft.ts';
import { didYouMean, type Finding, type Findings, type Placed } from '../pack-error.ts';
import type { EnteredField, Register } from '../registers.ts';
import type { RecordChange, Service } from '../services.ts';

type Known = Readonly<{ registers: ReadonlyMap<string, Register>; types: ReadonlyMap<string, string> }>;

const enteredOf = (register: Register | undefined): EnteredField[] =>
  (register?.fields ?? []).flatMap((field) => ('element' in field ? [] : [field]));

/** What is wrong with one field that a later decision writes, and under which key. */
function faultOfField(
  { id, from }: RecordChange['fields'][number],
  ids: readonly string[],
  { registers, types }: Known,
): (Finding & { at: string }) | undefined {
  for (const register of ids.flatMap((one) => registers.get(one) ?? [])) {
    const fields = enteredOf(register);
    const field = fields.find((one) => one.id === id);
    if (field === undefined) {
      const hint = didYouMean(
        id,
        fields.map((one) => one.id),
      );
      return { at: 'id', code: 'unknown-field', message: `the register ${register.id} has no field ${id}`, hint };
    }
    const answered = from === undefined ? field.type : types.get(from);
    if (answered !== undefined && answered !== field.type) {
      const message = `${from} is a ${answered} and ${id} of ${register.id} a ${field.type}`;
      return { at: 'from', code: 'undecidable', message, hint: 'take an element of the same type' };
    }
  }
  return undefined;
}

function checkChange({ value, origin }: Placed<Service>, known: Known, findings: Findings): void {
  const { record } = value.result;
  if (record === undefined) return;
  const path = ['result', 'record'];
  for (const [index, id] of record.registers.entries()) {
    if (known.registers.has(id)) continue;
    const hint = didYouMean(id, known.registers.keys());
    findings.error(origin, [...path, 'registers', index], {
      code: 'unknown-register',
      message: `there is no register ${id}`,
      hint,
    });
  }
  const asked = value.inputs.map(({ element }) => element);
  if (!asked.includes(record.number)) {
    const message = `${value.id} does not ask for ${record.number}, so no record could be found by it`;
    findings.error(origin, [...path, 'number'], {
      code: 'number-not-asked',
      message,
      hint: didYouMean(record.number, asked),
    });
  }
  for (const [index, field] of record.fields.entries()) {
    if (field.from !== undefined && !known.types.has(field.from)) {
      const hint = didYouMean(field.from, known.types.keys());
      const message = `there is no element ${field.from}`;
      findings.error(origin, [...path, 'fields', index, 'from'], { code: 'unknown-element', message, hint });
      continue;
    }
    const fault = faultOfField(field, record.registers, known);
    if (fault) findings.error(origin, [...path, 'fields', index, fault.at], fault);
  }
}

/** A service that changes a record says in which registers, by which number it asks for, and fields that all of them have. */
export function checkRecords(draft: PackDraft, findings: Findings): void {
  const known = {
    registers: new Map(draft.registers.map(({ value }) => [value.id, value])),
    types: new Map(draft.elements.map(({ value }) => [value.id, value.type as string])),
  };
  for (const service of [...draft.services, ...draft.nextServices]) checkChange(service, known, findings);
}
