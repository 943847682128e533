-- The schema after all migrations. Written by tools/schema-dump.ts; changes are overwritten.

create extension postgis;

create schema applications;
create schema audit;
create schema cases;
create schema catalogue;
create schema decisions;
create schema documents;
create schema people;
create schema platform;
create schema registers;
create schema requests;
create schema territory;

create sequence applications.number_seq;
create sequence decisions.number_seq;

CREATE OR REPLACE FUNCTION platform.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION platform.refuse_unless(holds boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if holds is not true then
    raise exception 'what the statement rests on has changed' using errcode = 'no_data_found';
  end if;
end $function$
;

create table applications.application (
  id uuid not null,
  version integer not null,
  state jsonb not null,
  number text not null,
  draft_id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  filed_at timestamp with time zone not null,
  constraint application_pkey PRIMARY KEY (id),
  constraint application_draft_id_key UNIQUE (draft_id),
  constraint application_number_key UNIQUE (number)
);
CREATE INDEX application_by_organisation ON applications.application USING btree (organisation_id, filed_at DESC) WHERE (organisation_id IS NOT NULL);
CREATE INDEX application_by_person ON applications.application USING btree (person_id, filed_at DESC);
CREATE INDEX application_by_represented ON applications.application USING btree ((((state -> 'onBehalfOf'::text) ->> 'personId'::text)), filed_at DESC) WHERE (((state -> 'onBehalfOf'::text) ->> 'kind'::text) = 'person'::text);
comment on table applications.application is 'State of an application; what was answered stands in applications.filing.';

create table applications.draft (
  id uuid not null,
  version integer not null,
  person_id uuid,
  guest_key text,
  subject text not null,
  pack_version text not null,
  content jsonb not null,
  application_id uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  cures_case_id uuid,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_cures_case_id_key UNIQUE (cures_case_id),
  constraint draft_check CHECK (((person_id IS NOT NULL) OR (guest_key IS NOT NULL)))
);
CREATE INDEX draft_by_guest ON applications.draft USING btree (guest_key) WHERE (guest_key IS NOT NULL);
CREATE INDEX draft_by_person ON applications.draft USING btree (person_id, updated_at DESC) WHERE (application_id IS NULL);
comment on table applications.draft is 'Begun, not filed: whatever was typed, also what is not valid yet.';

create table applications.filing (
  application_id uuid not null,
  answers jsonb not null,
  provenance jsonb not null,
  applicant jsonb not null,
  place jsonb,
  plan jsonb not null,
  digest text not null,
  constraint filing_pkey PRIMARY KEY (application_id)
);
CREATE TRIGGER filing_is_append_only BEFORE DELETE OR UPDATE ON applications.filing FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER filing_is_not_truncated BEFORE TRUNCATE ON applications.filing FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
comment on table applications.filing is 'What was filed: personal data, never changed.';

create table applications.supplement (
  id uuid not null,
  application_id uuid not null,
  case_id uuid not null,
  answers jsonb not null,
  provenance jsonb not null,
  digest text not null,
  filed_at timestamp with time zone not null,
  kind text not null,
  note text,
  document_ids uuid[] default '{}'::uuid[] not null,
  constraint supplement_pkey PRIMARY KEY (id),
  constraint supplement_kind_check CHECK (((kind = ANY (ARRAY['again'::text, 'asked'::text, 'added'::text])) AND ((kind = 'added'::text) = (note IS NOT NULL))))
);
CREATE INDEX supplement_by_application ON applications.supplement USING btree (application_id, filed_at);
CREATE UNIQUE INDEX supplement_again ON applications.supplement USING btree (case_id) WHERE (kind = 'again'::text);
CREATE TRIGGER supplement_is_append_only BEFORE DELETE OR UPDATE ON applications.supplement FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER supplement_is_not_truncated BEFORE TRUNCATE ON applications.supplement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
comment on table applications.supplement is 'What was filed for one case after the filing: personal data, never changed.';

create table audit.entry (
  "position" bigint generated always as identity not null,
  at timestamp with time zone not null,
  by text not null,
  action text not null,
  subject text not null,
  subject_id uuid,
  application_id uuid,
  request_id text,
  details jsonb,
  constraint entry_pkey PRIMARY KEY ("position")
);
CREATE INDEX entry_by_application ON audit.entry USING btree (application_id, "position") WHERE (application_id IS NOT NULL);
CREATE INDEX entry_by_subject ON audit.entry USING btree (subject_id, "position") WHERE (subject_id IS NOT NULL);
CREATE TRIGGER entry_is_append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER entry_is_not_truncated BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
comment on table audit.entry is 'Who did and who saw what; append-only. Persons are named by id.';

create table cases."case" (
  id uuid not null,
  version integer not null,
  state jsonb not null,
  number text not null,
  application_id uuid not null,
  department_id text not null,
  service_id text not null,
  status text not null,
  officer_id uuid,
  due_on date,
  since timestamp with time zone not null,
  constraint case_pkey PRIMARY KEY (id),
  constraint case_number_key UNIQUE (number)
);
CREATE INDEX case_by_application ON cases."case" USING btree (application_id);
CREATE INDEX case_of_officer ON cases."case" USING btree (officer_id, status, due_on, id) WHERE (officer_id IS NOT NULL);
CREATE INDEX case_open_by_due ON cases."case" USING btree (due_on) WHERE (status = ANY (ARRAY['started'::text, 'assigned'::text, 'accepted'::text, 'completed'::text, 'refused'::text]));
CREATE INDEX case_queue ON cases."case" USING btree (department_id, status, due_on, id);

create table catalogue.added_day (
  id uuid not null,
  calendar_id text not null,
  day date not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  approved_by text,
  approved_at timestamp with time zone,
  constraint added_day_pkey PRIMARY KEY (id),
  constraint added_day_calendar_id_day_key UNIQUE (calendar_id, day),
  constraint added_day_check CHECK (((approved_by IS NULL) = (approved_at IS NULL))),
  constraint added_day_check1 CHECK ((approved_by IS DISTINCT FROM proposed_by))
);

create table catalogue.version (
  id text not null,
  city_id text not null,
  version text not null,
  hash text not null,
  effective date not null,
  content jsonb not null,
  loaded_at timestamp with time zone default now() not null,
  published_by text,
  constraint version_pkey PRIMARY KEY (id),
  constraint version_hash_key UNIQUE (hash),
  constraint version_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE INDEX version_newest ON catalogue.version USING btree (loaded_at DESC);
comment on column catalogue.version.published_by is 'A name as it was given at the start, or employee:id as the journal names one; null: nobody was named.';

create table decisions.decision (
  id uuid not null,
  version integer not null,
  state jsonb not null,
  case_id uuid not null,
  application_id uuid not null,
  department_id text not null,
  status text not null,
  number text,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_number_key UNIQUE (number)
);
CREATE INDEX decision_by_application ON decisions.decision USING btree (application_id);
CREATE INDEX decision_by_case ON decisions.decision USING btree (case_id);

create table documents.document (
  id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  digest text not null,
  origin text not null,
  person_id uuid,
  guest_key text,
  employee_id uuid,
  department_id text,
  draft_id uuid,
  application_id uuid,
  case_id uuid,
  created_at timestamp with time zone not null,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_origin_check CHECK ((origin = ANY (ARRAY['received'::text, 'issued'::text])))
);
CREATE INDEX document_by_draft ON documents.document USING btree (draft_id) WHERE (draft_id IS NOT NULL);
comment on table documents.document is 'What a file is and whose; its content lies in the file store under its digest.';

create table documents.issued (
  document_id uuid not null,
  verify_code text not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  outcome text not null,
  service jsonb not null,
  department jsonb not null,
  title jsonb not null,
  record_number text,
  digest text not null,
  status text not null,
  constraint issued_pkey PRIMARY KEY (document_id),
  constraint issued_verify_code_key UNIQUE (verify_code),
  constraint issued_document_id_fkey FOREIGN KEY (document_id) REFERENCES documents.document(id),
  constraint issued_status_check CHECK ((status = ANY (ARRAY['valid'::text, 'superseded'::text, 'revoked'::text])))
);
CREATE INDEX issued_by_digest ON documents.issued USING btree (digest);
comment on table documents.issued is 'What anybody may confirm of a document of the city: nothing about the person.';

create table people.calendar_feed (
  token_hash text not null,
  holder text not null,
  created_at timestamp with time zone not null,
  constraint calendar_feed_pkey PRIMARY KEY (token_hash),
  constraint calendar_feed_holder_key UNIQUE (holder),
  constraint calendar_feed_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text))
);
comment on table people.calendar_feed is 'One revocable feed a person or employee; holder as the journal names them.';

create table people.demo_provider_entry (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  expires_at timestamp with time zone,
  consumed_at timestamp with time zone,
  constraint demo_provider_entry_pkey PRIMARY KEY (model, id)
);
CREATE INDEX demo_provider_entry_by_expiry ON people.demo_provider_entry USING btree (expires_at);
CREATE INDEX demo_provider_entry_by_grant ON people.demo_provider_entry USING btree (grant_id) WHERE (grant_id IS NOT NULL);
CREATE INDEX demo_provider_entry_by_uid ON people.demo_provider_entry USING btree (uid) WHERE (uid IS NOT NULL);
comment on table people.demo_provider_entry is 'Codes, grants and sessions of the demo sign-in provider. Empty outside demo mode.';

create table people.demo_provider_key (
  id integer not null,
  jwks jsonb not null,
  cookie_key text not null,
  client_secret text not null,
  constraint demo_provider_key_pkey PRIMARY KEY (id),
  constraint demo_provider_key_id_check CHECK ((id = 1))
);
comment on table people.demo_provider_key is 'Keys of the demo sign-in provider, made at first use, shared by all web processes. Empty outside demo mode.';

create table people.employee (
  id uuid not null,
  department_id text not null,
  roles text[] not null,
  last_name text not null,
  first_name text not null,
  patronymic text,
  title text,
  phone text,
  email text,
  left_on date,
  updated_at timestamp with time zone not null,
  constraint employee_pkey PRIMARY KEY (id)
);
CREATE INDEX employee_by_department ON people.employee USING btree (department_id) WHERE (left_on IS NULL);
comment on table people.employee is 'Employees with the roles their department gave; department_id is of the city pack. left_on is the first day away.';

create table people.identity (
  issuer text not null,
  subject text not null,
  person_id uuid,
  employee_id uuid,
  linked_at timestamp with time zone not null,
  signed_in_at timestamp with time zone,
  constraint identity_pkey PRIMARY KEY (issuer, subject),
  constraint identity_employee_id_fkey FOREIGN KEY (employee_id) REFERENCES people.employee(id),
  constraint identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id),
  constraint identity_check CHECK ((num_nonnulls(person_id, employee_id) = 1))
);
comment on table people.identity is 'Whom an OpenID provider means by a subject (OpenID Connect Core 1.0, section 5.7: issuer and subject together).';

create table people.mandate (
  id uuid not null,
  grantor_person_id uuid,
  grantor_organisation_id uuid,
  representative_id uuid not null,
  number text not null,
  issued_on date not null,
  scope text[] not null,
  valid_from date not null,
  valid_to date not null,
  revoked_on date,
  constraint mandate_pkey PRIMARY KEY (id),
  constraint mandate_grantor_organisation_id_fkey FOREIGN KEY (grantor_organisation_id) REFERENCES people.organisation(id),
  constraint mandate_grantor_person_id_fkey FOREIGN KEY (grantor_person_id) REFERENCES people.person(id),
  constraint mandate_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES people.person(id),
  constraint mandate_check CHECK ((num_nonnulls(grantor_person_id, grantor_organisation_id) = 1)),
  constraint mandate_check1 CHECK ((valid_from <= valid_to)),
  constraint mandate_scope_check CHECK ((cardinality(scope) > 0))
);
CREATE INDEX mandate_by_representative ON people.mandate USING btree (representative_id);
comment on table people.mandate is 'Powers of attorney. scope: ids of services, or * for all. valid_to is the last day; from revoked_on on it is void.';

create table people.organisation (
  id uuid not null,
  name text not null,
  inn text not null,
  kpp text,
  ogrn text not null,
  legal_address text,
  updated_at timestamp with time zone not null,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_inn_key UNIQUE (inn),
  constraint organisation_ogrn_key UNIQUE (ogrn),
  constraint organisation_inn_check CHECK ((inn ~ '^\d{10}$'::text)),
  constraint organisation_kpp_check CHECK ((kpp ~ '^\d{9}$'::text)),
  constraint organisation_ogrn_check CHECK ((ogrn ~ '^\d{13}$'::text))
);
comment on table people.organisation is 'Legal entities, as their register writes them.';

create table people.person (
  id uuid not null,
  last_name text not null,
  first_name text not null,
  patronymic text,
  phone text,
  email text,
  snils text,
  inn text,
  ogrnip text,
  registered_address text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (id),
  constraint person_inn_check CHECK ((inn ~ '^\d{12}$'::text)),
  constraint person_ogrnip_check CHECK ((ogrnip ~ '^\d{15}$'::text)),
  constraint person_snils_check CHECK ((snils ~ '^\d{11}$'::text))
);
comment on table people.person is 'Residents and entrepreneurs (those with ogrnip). Personal data: everything else refers to it by id.';

create table people."position" (
  person_id uuid not null,
  organisation_id uuid not null,
  title text not null,
  since date not null,
  until date,
  constraint position_pkey PRIMARY KEY (person_id, organisation_id),
  constraint position_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES people.organisation(id),
  constraint position_person_id_fkey FOREIGN KEY (person_id) REFERENCES people.person(id)
);
comment on table people."position" is 'Who speaks for an organisation without a power of attorney (Civil Code of Russia, article 53). until is the last day.';

create table platform.event (
  "position" bigint generated always as identity not null,
  stream text not null,
  stream_id uuid not null,
  seq integer not null,
  type text not null,
  body jsonb not null,
  at timestamp with time zone not null,
  by text not null,
  constraint event_pkey PRIMARY KEY (stream_id, seq)
);
CREATE TRIGGER event_is_append_only BEFORE DELETE OR UPDATE ON platform.event FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER event_is_not_truncated BEFORE TRUNCATE ON platform.event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
comment on table platform.event is 'Journal: every change of every state, append-only. States are rebuilt from it.';

create table platform.migration (
  number integer not null,
  file text not null,
  hash text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (number)
);

create table platform.rate_count (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint rate_count_pkey PRIMARY KEY (key, window_start)
);
CREATE INDEX rate_count_by_window ON platform.rate_count USING btree (window_start);
comment on table platform.rate_count is 'How often a key (hash of limit and caller) asked within a window. Lost at a crash on purpose: unlogged.';

create table platform.session (
  id uuid not null,
  secret_hash bytea not null,
  previous_secret_hash bytea,
  rotated_at timestamp with time zone not null,
  holder_key text,
  holder jsonb not null,
  csrf_token text not null,
  device text not null,
  content jsonb not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (id)
);
CREATE INDEX session_by_expiry ON platform.session USING btree (expires_at);
CREATE INDEX session_by_holder ON platform.session USING btree (holder_key) WHERE (holder_key IS NOT NULL);
comment on table platform.session is 'Signed-in browsers (holder_key set) and sign-ins under way. Secrets are kept as SHA-256 only.';

create table registers.numbering (
  register_id text not null,
  year integer not null,
  last integer not null,
  constraint numbering_pkey PRIMARY KEY (register_id, year)
);
comment on table registers.numbering is 'Last number given in a register and year: numbers of a register have no gaps.';

create table registers.record (
  id uuid not null,
  version integer not null,
  state jsonb not null,
  register_id text not null,
  number text not null,
  case_id uuid,
  application_id uuid,
  status text not null,
  place geometry(Geometry,4326),
  entered_on date not null,
  valid_until date,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_register_id_number_key UNIQUE (register_id, number)
);
CREATE INDEX record_by_application ON registers.record USING btree (application_id);
CREATE INDEX record_by_place ON registers.record USING gist (place);
CREATE INDEX record_in_order ON registers.record USING btree (register_id, entered_on DESC, id DESC);

create table requests.agency_request (
  id uuid not null,
  version integer not null,
  state jsonb not null,
  case_id uuid not null,
  application_id uuid not null,
  from_department_id text not null,
  to_department_id text not null,
  status text not null,
  officer_id uuid,
  due_on date not null,
  constraint agency_request_pkey PRIMARY KEY (id)
);
CREATE INDEX agency_request_by_application ON requests.agency_request USING btree (application_id);
CREATE INDEX agency_request_by_case ON requests.agency_request USING btree (case_id);
CREATE INDEX agency_request_queue ON requests.agency_request USING btree (to_department_id, status, due_on, id);
CREATE INDEX agency_request_sent ON requests.agency_request USING btree (from_department_id, status, due_on, id);

create table territory.address (
  street text not null,
  house text not null,
  number integer not null,
  parcel text not null,
  constraint address_pkey PRIMARY KEY (street, house, parcel)
);
CREATE INDEX address_in_order ON territory.address USING btree (street, number, house);

create table territory.feature (
  id uuid not null,
  layer text not null,
  external_id text not null,
  properties jsonb not null,
  tags jsonb not null,
  geometry geometry(Geometry,4326) not null,
  hash text not null,
  valid_from date,
  valid_to date,
  known_from timestamp with time zone default now() not null,
  known_to timestamp with time zone,
  constraint feature_pkey PRIMARY KEY (id),
  constraint feature_layer_fkey FOREIGN KEY (layer) REFERENCES territory.layer(id),
  constraint feature_check CHECK ((valid_to > valid_from)),
  constraint feature_check1 CHECK ((known_to >= known_from))
);
CREATE INDEX feature_ground ON territory.feature USING gist (geometry) WHERE (known_to IS NULL);
CREATE INDEX feature_history ON territory.feature USING btree (layer, external_id, known_from);
CREATE UNIQUE INDEX feature_current ON territory.feature USING btree (layer, external_id) WHERE (known_to IS NULL);

create table territory.layer (
  id text not null,
  "position" smallint not null,
  role text not null,
  definition jsonb not null,
  hash text not null,
  version integer not null,
  changed_at timestamp with time zone default now() not null,
  constraint layer_pkey PRIMARY KEY (id),
  constraint layer_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint layer_version_check CHECK ((version > 0))
);

create table territory.street_word (
  word text not null,
  street text not null,
  constraint street_word_pkey PRIMARY KEY (word, street)
);
