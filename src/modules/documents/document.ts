import type { Localized } from '#kernel/language.ts';

/** Whose a file is and what it belongs to. Names nobody: persons stand in it by id. */
export type DocumentOwner = Readonly<{
  personId?: string;
  guestKey?: string;
  employeeId?: string;
  departmentId?: string;
  draftId?: string;
  applicationId?: string;
  caseId?: string;
}>;

/** A file that was received from somebody or issued by the city. */
export type StoredDocument = Readonly<
  DocumentOwner & {
    id: string;
    name: string;
    /** Media type, told from the content. */
    type: string;
    /** Bytes. */
    size: number;
    /** SHA-256 in hexadecimal. */
    digest: string;
    origin: 'received' | 'issued';
    createdAt: string;
  }
>;

/** What a decision's document says. Texts stand in it as they are: whatever the pack says later, the paper stays. */
export type IssueInput = Readonly<{
  kind: 'decision';
  number: string;
  /** ISO date. */
  issuedOn: string;
  language: 'ru' | 'tt' | 'en';
  title: Localized;
  authority: Localized;
  department: Localized;
  signer: Readonly<{ name: string; position: Localized }>;
  applicationNumber: string;
  caseNumber: string;
  applicantName: string;
  service: Localized;
  outcome: 'granted' | 'refused';
  text: string;
  grounds: readonly Readonly<{ text: Localized; clause?: string | undefined; cure?: Localized | undefined }>[];
  record?: Readonly<{
    register: Localized;
    number: string;
    fields: readonly Readonly<{ label: Localized; shown: string }>[];
  }>;
  place?: Readonly<{ address?: string; cadastralNumber?: string }>;
  owner: Readonly<{ personId: string; organisationId?: string }>;
  applicationId: string;
  caseId: string;
}>;

/** What anybody may confirm of a document by its code or its digest. */
export type Confirmation = Readonly<{
  verifyCode: string;
  number: string;
  issuedOn: string;
  outcome: 'granted' | 'refused';
  title: Localized;
  service: Localized;
  department: Localized;
  recordNumber?: string;
  digest: string;
  status: 'valid' | 'superseded' | 'revoked';
  /** What newer documents did to the register record it belongs to, the earliest first. */
  later: readonly RecordLater[];
}>;

/** A newer document that changed or closed a record: on which day, and its number. */
export type RecordLater = Readonly<{ act: 'change' | 'close'; on: string; number: string }>;

/** Twenty letters and digits that are hard to mistake (Crockford's base 32), in groups of five: 100 random bits. */
export function newVerifyCode(): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const letters = [...crypto.getRandomValues(new Uint8Array(20))].map((byte) => alphabet[byte & 31] ?? '0').join('');
  return letters.replace(/(.{5})(?=.)/g, '$1-');
}

/** The code as it is kept, from what somebody typed: spaces, dashes, case and look-alike letters do not matter. */
export function readVerifyCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(letters) ? letters.replace(/(.{5})(?=.)/g, '$1-') : undefined;
}

/** A file's name as it may stand in a list and in a header: no path, no control characters, not too long. */
export function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...base.toWellFormed()]
    .filter((letter) => letter >= ' ' && letter !== '\u007f')
    .join('')
    .trim();
  const ending = clean.match(/\.[^.]{1,8}$/)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length).slice(0, 120);
  return `${stem || 'document'}${ending}`;
}
