import { indexPack } from './index-pack.ts';
import type { Pack } from './pack.ts';
import type { EnteredField, Register } from './registers.ts';

/** A field of a record that the officer enters when a service is granted; `from`: the answer that stands in it first. */
export type AskedField = Readonly<{ field: EnteredField; from?: string }>;

/** Registers that a service writes into: the one in which it makes a record, or those whose records it changes. */
export function registersOfService(pack: Pack, serviceId: string): Register[] {
  const index = indexPack(pack);
  const result = index.services.get(serviceId)?.result;
  const ids = result?.register === undefined ? (result?.record?.registers ?? []) : [result.register];
  return ids.flatMap((id) => index.registers.get(id) ?? []);
}

/**
 * What the officer enters when a service is granted. What another service writes into the record later is not asked for
 * while it is made, unless no record is without it.
 */
export function askedFields(pack: Pack, serviceId: string): AskedField[] {
  const [first, ...others] = registersOfService(pack, serviceId);
  const record = indexPack(pack).services.get(serviceId)?.result.record;
  if (first === undefined) return [];
  const all = [first, ...others].flatMap(({ fields }) =>
    fields.flatMap((field) => ('element' in field ? [] : [field])),
  );
  if (record === undefined) {
    const later = writtenLater(pack, first.id);
    return all.flatMap((field) => (field.required || !later.has(field.id) ? [{ field }] : []));
  }
  return record.fields.flatMap(({ id, from }) => {
    const field = all.find((one) => one.id === id);
    return field === undefined ? [] : [{ field, ...(from && { from }) }];
  });
}

function writtenLater(pack: Pack, registerId: string): ReadonlySet<string> {
  const changes = pack.services.flatMap(({ result }) =>
    result.record?.registers.includes(registerId) ? [result.record] : [],
  );
  return new Set(changes.flatMap(({ fields }) => fields.map(({ id }) => id)));
}
