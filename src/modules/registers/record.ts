import type { Geometry } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';

/** One field of a record as it was entered: label and value stand for themselves, whatever the pack says later. */
export type RecordField = Readonly<{ id: string; label: Localized; value: unknown; shown: string }>;

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
  status: 'active';
}>;

export type RecordEvent = Readonly<{ type: 'RecordEntered'; at: string } & Omit<RegisterRecord, 'status'>>;

/** The state after an event. */
export function evolve(_state: RegisterRecord | undefined, event: RecordEvent): RegisterRecord {
  const { type: _type, at: _at, ...entered } = event;
  return { ...entered, status: 'active' };
}
