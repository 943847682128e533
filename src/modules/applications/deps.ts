import type { Audit } from '#modules/audit/index.ts';
import type { Cases } from '#modules/cases/index.ts';
import type { Catalogue, Pack } from '#modules/catalogue/index.ts';
import type { Decisions } from '#modules/decisions/index.ts';
import type { Documents } from '#modules/documents/index.ts';
import type { People } from '#modules/people/index.ts';
import type { Registers } from '#modules/registers/index.ts';
import type { Requests } from '#modules/requests/index.ts';
import type { Territory } from '#modules/territory/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';

/** Legal dates by the city's calendar and office hours. */
export type LegalDates = Readonly<{
  /** Date on which something that arrives at an instant counts as received. */
  receivedOn(pack: Pack, at: Temporal.Instant): Temporal.PlainDate;
}>;

export type ApplicationsDeps = Readonly<{
  db: Db;
  clock: Clock;
  audit: Audit;
  catalogue: Catalogue;
  people: People;
  territory: Territory;
  cases: Cases;
  requests: Requests;
  decisions: Decisions;
  registers: Registers;
  documents: Documents;
  legalDates: LegalDates;
}>;
