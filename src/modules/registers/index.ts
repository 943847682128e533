import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { numberByPattern } from '#kernel/number-pattern.ts';
import { Problem } from '#kernel/problem.ts';
import { authorise } from '#modules/people/index.ts';
import type { Db, Tx } from '#platform/db/index.ts';
import { change, type Stream } from '#platform/journal/index.ts';
import { evolve, type RecordEvent, type RegisterRecord } from './record.ts';
import { findRecord, listByApplication, listRecords, nextNumber, type RecordQuery } from './record-store.ts';

export type Registers = ReturnType<typeof createRegisters>;

/** Register records in the journal. */
export const recordStream: Stream<RegisterRecord, RecordEvent> = {
  name: 'registerRecord',
  table: 'registers.record',
  evolve,
  row: (state) => ({
    register_id: state.registerId,
    number: state.number,
    case_id: state.caseId,
    application_id: state.applicationId,
    status: state.status,
    place: state.place ?? null,
    entered_on: state.enteredOn,
    valid_until: state.validUntil ?? null,
  }),
};

/** What is entered; number and id are given by the register. */
export type NewRecord = Omit<RegisterRecord, 'id' | 'number' | 'status'>;

/** The city's registers: records that end services, with numbers that have no gaps. */
export function createRegisters(deps: { db: Db }) {
  return {
    /** Reserves the next number of a register inside the transaction that enters the record. */
    async reserveNumber(tx: Tx, register: { id: string; number: string }, on: Temporal.PlainDate): Promise<string> {
      return numberByPattern(register.number, { year: on.year, seq: await nextNumber(tx, register.id, on.year) });
    },
    /** The change that enters a record under a reserved number; the caller appends it in its transaction. */
    enter: (record: NewRecord & { number: string }, at: Temporal.Instant) =>
      change(recordStream, undefined, [
        { type: 'RecordEntered', at: at.toString(), id: newId(at.epochMilliseconds), ...record },
      ]),
    /** One record for somebody who may read the register. */
    async getRecord(actor: Actor, recordId: string): Promise<RegisterRecord> {
      const record = await findRecord(deps.db, recordId);
      if (record === undefined) throw new Problem('registers/unknown-record');
      authorise(actor, 'register:read', { departmentId: record.departmentId });
      return record;
    },
    /** One page of a register, the newest first. */
    async listRecords(actor: Actor, departmentId: string, query: Omit<RecordQuery, 'limit'> & { limit?: number }) {
      authorise(actor, 'register:read', { departmentId });
      return listRecords(deps.db, { limit: 50, ...query });
    },
    /** Records made by an application; the caller has asked whether the actor may read it. */
    listByApplication: (applicationId: string) => listByApplication(deps.db, applicationId),
  };
}

export { problems } from './problems.ts';
export type { RecordField, RegisterRecord } from './record.ts';
