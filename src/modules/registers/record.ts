import type { Geometry } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';

/** One field of a record as it was entered: label and value stand for themselves, whatever the pack says later. */
export type RecordField = Readonly<{ id: string; label: Localized; value: unknown; shown: string }>;

/** What a later decision did to a record: by which case and document, on which day, and what stood there before. */
export type RecordAmendment = Readonly<{
  act: 'change' | 'close';
  on: string;
  caseId: string;
  applicationId: string;
  documentId: string;
  /** Fields as they were written, each with what it replaced. */
  fields: readonly (RecordField & Readonly<{ before?: string }>)[];
}>;

/** The electronic result of a service: a line of a city register. */
export type RegisterRecord = Readonly<{
  id: string;
  registerId: string;
  number: string;
  caseId: string;
  applicationId: string;
  departmentId: string;
  fields: readonly RecordField[];
  place?: Geometry;
  enteredOn: string;
  validUntil?: string;
  documentId: string;
  status: 'active' | 'closed';
  /** Decisions that changed or closed the record, the earliest first; none where it stands as it was entered. */
  amendments?: readonly RecordAmendment[];
}>;

export type RecordEvent =
  | Readonly<{ type: 'RecordEntered'; at: string } & Omit<RegisterRecord, 'status' | 'amendments'>>
  | Readonly<{ type: 'RecordChanged' | 'RecordClosed'; at: string; validUntil?: string } & Amending>;

/** A later decision as it is written down; what it replaces follows from the record. */
export type Amending = Omit<RecordAmendment, 'act' | 'fields'> & Readonly<{ fields: readonly RecordField[] }>;

/** The state after an event. */
export function evolve(state: RegisterRecord | undefined, event: RecordEvent): RegisterRecord {
  if (event.type === 'RecordEntered') {
    const { type: _type, at: _at, ...entered } = event;
    return { ...entered, status: 'active' };
  }
  if (state === undefined) throw new Error(`${event.type} before RecordEntered`);
  const { type, at: _at, validUntil, fields, ...by } = event;
  const act = type === 'RecordClosed' ? 'close' : 'change';
  const written = fields.map((field) => {
    const before = state.fields.find(({ id }) => id === field.id)?.shown;
    return { ...field, ...(before === undefined ? {} : { before }) };
  });
  return {
    ...state,
    ...(validUntil === undefined ? {} : { validUntil }),
    status: act === 'close' ? 'closed' : state.status,
    fields: merged(state.fields, fields),
    amendments: [...(state.amendments ?? []), { ...by, act, fields: written }],
  };
}

/** What later decisions did to a record since a document that entered or changed it, the earliest first. Pure. */
export function amendmentsSince(
  { documentId: first, amendments = [] }: RegisterRecord,
  documentId: string,
): readonly RecordAmendment[] {
  const at = amendments.findIndex((one) => one.documentId === documentId);
  return at >= 0 || documentId === first ? amendments.slice(at + 1) : [];
}

/** Fields in their order, those written anew in their new words, new ones behind. */
function merged(before: readonly RecordField[], written: readonly RecordField[]): RecordField[] {
  const anew = new Map(written.map((field) => [field.id, field]));
  const known = new Set(before.map(({ id }) => id));
  return [...before.map((field) => anew.get(field.id) ?? field), ...written.filter(({ id }) => !known.has(id))];
}
