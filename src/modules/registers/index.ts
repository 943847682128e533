import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { numberByPattern } from '#kernel/number-pattern.ts';
import { Problem } from '#kernel/problem.ts';
import { authorise } from '#modules/people/index.ts';
import type { Db, Executor, Tx } from '#platform/db/index.ts';
import { change, type Stream, type Versioned } from '#platform/journal/index.ts';
import {
  type Amending,
  amendmentsSince,
  evolve,
  type RecordAmendment,
  type RecordEvent,
  type RegisterRecord,
} from './record.ts';
import {
  findByNumber,
  findMadeBy,
  findRecord,
  listByApplication,
  listRecords,
  nextNumber,
  type RecordQuery,
} from './record-store.ts';

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
export type NewRecord = Omit<RegisterRecord, 'id' | 'number' | 'status' | 'amendments'>;

/** The record that a service changes or closes: the one that its application made, otherwise the one of the number. */
export type RecordSought = Readonly<{ registers: readonly string[]; number?: string; applicationId: string }>;

/** Why a number names no record that could be changed. */
export type RecordFault = 'unknown' | 'closed';

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
    /**
     * The record sought, at its version; undefined where the application made none and gives no number. Throws
     * `registers/unknown-number` and `registers/closed-record`.
     */
    async findToAmend(db: Executor, sought: RecordSought): Promise<Versioned<RegisterRecord> | undefined> {
      const { registers, number, applicationId } = sought;
      const made = await findMadeBy(db, registers, applicationId);
      if (made !== undefined) return assertOpen(made);
      if (number === undefined) return undefined;
      const found = await findByNumber(db, registers, number);
      if (found === undefined) throw new Problem('registers/unknown-number', { number });
      return assertOpen(found);
    },
    /** What is wrong with a number that an applicant gives; undefined if its record can be changed. */
    async faultOf(registers: readonly string[], number: string): Promise<RecordFault | undefined> {
      const found = await findByNumber(deps.db, registers, number);
      if (found === undefined) return 'unknown';
      return found.state.status === 'closed' ? 'closed' : undefined;
    },
    /** The change that writes a later decision into a record; the caller appends it in its transaction. */
    amend(
      before: Versioned<RegisterRecord>,
      {
        act,
        at,
        ...event
      }: Amending & Readonly<{ act: RecordAmendment['act']; at: Temporal.Instant; validUntil?: string }>,
    ) {
      const type = act === 'close' ? 'RecordClosed' : 'RecordChanged';
      return change(recordStream, before, [{ type, at: at.toString(), ...event }]);
    },
    /** One record for somebody who may read the register. */
    async getRecord(actor: Actor, recordId: string): Promise<RegisterRecord> {
      const record = await findRecord(deps.db, recordId);
      if (record === undefined) throw new Problem('registers/unknown-record');
      authorise(actor, 'register:read', { departmentId: record.departmentId });
      return record;
    },
    /** What became of a record since a document, for whoever holds the document: no permission is asked. */
    async amendmentsSince(recordId: string, documentId: string): Promise<readonly RecordAmendment[]> {
      const record = await findRecord(deps.db, recordId);
      return record === undefined ? [] : amendmentsSince(record, documentId);
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

/** A closed record is a matter of the past: nothing is written into it any more. */
function assertOpen(record: Versioned<RegisterRecord>): Versioned<RegisterRecord> {
  const { number, status, amendments = [] } = record.state;
  if (status === 'active') return record;
  throw new Problem('registers/closed-record', { number, on: amendments.at(-1)?.on ?? '' });
}

export { problems } from './problems.ts';
export type { RecordAmendment, RecordField, RegisterRecord } from './record.ts';
