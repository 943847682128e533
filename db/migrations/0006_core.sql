-- The journal, the audit and the states of the core: applications, cases, agency requests, decisions, registers.

create table platform.event (
  position bigint generated always as identity,
  stream text not null,
  stream_id uuid not null,
  seq integer not null,
  type text not null,
  body jsonb not null,
  at timestamptz not null,
  by text not null,
  primary key (stream_id, seq)
);
comment on table platform.event is 'Journal: every change of every state, append-only. States are rebuilt from it.';

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_append_only before update or delete on platform.event
  for each row execute function platform.refuse_change();
create trigger event_is_not_truncated before truncate on platform.event
  for each statement execute function platform.refuse_change();

create schema audit;
create table audit.entry (
  position bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  action text not null,
  subject text not null,
  subject_id uuid,
  application_id uuid,
  request_id text,
  details jsonb
);
comment on table audit.entry is 'Who did and who saw what; append-only. Persons are named by id.';
create index entry_by_application on audit.entry (application_id, position) where application_id is not null;
create index entry_by_subject on audit.entry (subject_id, position) where subject_id is not null;
create trigger entry_is_append_only before update or delete on audit.entry
  for each row execute function platform.refuse_change();
create trigger entry_is_not_truncated before truncate on audit.entry
  for each statement execute function platform.refuse_change();

create schema applications;
create table applications.draft (
  id uuid primary key,
  version integer not null,
  person_id uuid,
  guest_key text,
  subject text not null,
  pack_version text not null,
  content jsonb not null,
  application_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (person_id is not null or guest_key is not null)
);
comment on table applications.draft is 'Begun, not filed: whatever was typed, also what is not valid yet.';
create index draft_by_person on applications.draft (person_id, updated_at desc) where application_id is null;
create index draft_by_guest on applications.draft (guest_key) where guest_key is not null;

create sequence applications.number_seq;

create table applications.application (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  number text not null unique,
  draft_id uuid not null unique,
  person_id uuid not null,
  organisation_id uuid,
  filed_at timestamptz not null
);
comment on table applications.application is 'State of an application; what was answered stands in applications.filing.';
create index application_by_person on applications.application (person_id, filed_at desc);
create index application_by_organisation on applications.application (organisation_id, filed_at desc) where organisation_id is not null;

create table applications.filing (
  application_id uuid primary key,
  answers jsonb not null,
  provenance jsonb not null,
  applicant jsonb not null,
  place jsonb,
  plan jsonb not null,
  digest text not null
);
comment on table applications.filing is 'What was filed: personal data, never changed.';
create trigger filing_is_append_only before update on applications.filing
  for each row execute function platform.refuse_change();

create schema cases;
create table cases."case" (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  number text not null unique,
  application_id uuid not null,
  department_id text not null,
  service_id text not null,
  status text not null,
  officer_id uuid,
  due_on date,
  since timestamptz not null
);
create index case_by_application on cases."case" (application_id);
-- The queue of a department: the same order as the page shows, so that keyset pages are index scans.
create index case_queue on cases."case" (department_id, status, due_on, id);
create index case_of_officer on cases."case" (officer_id, status, due_on, id) where officer_id is not null;

create schema requests;
create table requests.agency_request (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  case_id uuid not null,
  application_id uuid not null,
  from_department_id text not null,
  to_department_id text not null,
  status text not null,
  officer_id uuid,
  due_on date not null
);
create index agency_request_by_case on requests.agency_request (case_id);
create index agency_request_by_application on requests.agency_request (application_id);
create index agency_request_queue on requests.agency_request (to_department_id, status, due_on, id);

create schema decisions;
create table decisions.decision (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  case_id uuid not null,
  application_id uuid not null,
  department_id text not null,
  status text not null,
  number text unique
);
create index decision_by_case on decisions.decision (case_id);
create sequence decisions.number_seq;

create schema registers;
create table registers.record (
  id uuid primary key,
  version integer not null,
  state jsonb not null,
  register_id text not null,
  number text not null,
  case_id uuid,
  application_id uuid,
  status text not null,
  place geometry(Geometry, 4326),
  entered_on date not null,
  valid_until date,
  unique (register_id, number)
);
create index record_in_order on registers.record (register_id, entered_on desc, id desc);
create index record_by_place on registers.record using gist (place);
create table registers.numbering (
  register_id text not null,
  year integer not null,
  last integer not null,
  primary key (register_id, year)
);
comment on table registers.numbering is 'Last number given in a register and year: numbers of a register have no gaps.';
