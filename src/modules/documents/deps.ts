import type { Actor } from '#kernel/actor.ts';
import type { Subject } from '#modules/people/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { StoredDocument } from './document.ts';
import type { Signer } from './signer.ts';

/** A newer document, by its id, that changed or closed a record. */
export type LaterChange = Readonly<{ act: 'change' | 'close'; on: string; documentId: string }>;

export type DocumentsDeps = Readonly<{
  db: Db;
  clock: Clock;
  files: FileStore;
  signer: Signer;
  /** Address under which people reach the city: codes on paper lead there. */
  publicUrl: string;
  /** Largest file in bytes. */
  sizeLimit: number;
  /** Who may read a document: asked of whoever knows its application. */
  subjectOf(document: StoredDocument): Promise<Subject>;
  /** The actor as the party a document was made for, if a position or a mandate holds today; otherwise as they are. */
  actingFor(actor: Actor, subject: Subject): Promise<Actor>;
  /** What newer documents did to the register record of a document, the earliest first. */
  changesSince(document: Readonly<{ documentId: string; caseId: string }>): Promise<readonly LaterChange[]>;
  /** Writes that somebody who is not its owner read a document. */
  recordRead(actor: Actor, document: StoredDocument): Promise<void>;
}>;
