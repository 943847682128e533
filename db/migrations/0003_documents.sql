-- Files that people and departments bring, and documents that the city issues.

create schema documents;

create table documents.document (
  id uuid primary key,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  origin text not null check (origin in ('received', 'issued')),
  person_id uuid,
  guest_key text,
  employee_id uuid,
  department_id text,
  draft_id uuid,
  application_id uuid,
  case_id uuid,
  created_at timestamptz not null
);
comment on table documents.document is 'What a file is and whose; its content lies in the file store under its digest.';
create index document_by_application on documents.document (application_id) where application_id is not null;
create index document_by_draft on documents.document (draft_id) where draft_id is not null;

create table documents.issued (
  document_id uuid primary key references documents.document (id),
  verify_code text not null unique,
  kind text not null,
  number text not null,
  issued_on date not null,
  outcome text not null,
  service jsonb not null,
  department jsonb not null,
  title jsonb not null,
  record_number text,
  digest text not null,
  status text not null check (status in ('valid', 'superseded', 'revoked'))
);
comment on table documents.issued is 'What anybody may confirm of a document of the city: nothing about the person.';
create index issued_by_digest on documents.issued (digest);
