import type { Geometry } from '#kernel/geometry.ts';
import type { Language, Localized } from '#kernel/language.ts';
import type { Audit } from '#modules/audit/index.ts';
import type { CaseState, Cases } from '#modules/cases/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import type { RecordAmendment, RecordField, Registers } from '#modules/registers/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';

/** What the pack says of how a service ends. */
export type ServiceRules = Readonly<{
  service: Localized;
  department: Localized;
  authority: Localized;
  documentName: Localized;
  grounds: readonly Readonly<{
    id: string;
    text: Localized;
    clause?: string | undefined;
    cure?: Localized | undefined;
  }>[];
  /** Register in which a record is made. */
  register?: Readonly<{ id: string; name: Localized; number: string }>;
  /** Record that is changed or closed instead. */
  change?: Readonly<{
    act: RecordAmendment['act'];
    registers: readonly Readonly<{ id: string; name: Localized }>[];
    /** Number that the applicant gave; a record that the same application made comes before it. */
    number?: string;
  }>;
}>;

/** What a decision needs to know of the application it answers. */
export type FiledApplication = Readonly<{
  number: string;
  applicantName: string;
  language: Language;
  owner: Readonly<{ personId: string; organisationId?: string }>;
  place?: Readonly<{ address?: string; cadastralNumber?: string; outline?: Geometry }>;
}>;

/** The city's rules and the filed application, given by the composition root. */
export type DecisionRules = Readonly<{
  describe(state: CaseState): Promise<ServiceRules>;
  /** Fields of the register record: copied from the answers and entered by the officer. Throws `decisions/field-missing`. */
  recordFields(state: CaseState, entered: Readonly<Record<string, readonly string[]>>): Promise<RecordField[]>;
  application(applicationId: string): Promise<FiledApplication>;
  /** Name and position of an employee, as a signature shows them. */
  signer(employeeId: string): Promise<{ name: string; position: Localized }>;
  today(at: Temporal.Instant): Temporal.PlainDate;
}>;

export type DecisionsDeps = Readonly<{
  db: Db;
  clock: Clock;
  audit: Audit;
  cases: Cases;
  registers: Registers;
  documents: Documents;
  rules: DecisionRules;
}>;
