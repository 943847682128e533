-- People, companies, employees, for whom somebody may act, and how they sign in; sessions and rate counters.

create schema people;

create table people.person (
  id uuid primary key,
  last_name text not null,
  first_name text not null,
  patronymic text,
  phone text,
  email text,
  snils text check (snils ~ '^\d{11}$'),
  inn text check (inn ~ '^\d{12}$'),
  ogrnip text check (ogrnip ~ '^\d{15}$'),
  registered_address text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table people.person is 'Residents and entrepreneurs (those with ogrnip). Personal data: everything else refers to it by id.';

create table people.organisation (
  id uuid primary key,
  name text not null,
  inn text not null unique check (inn ~ '^\d{10}$'),
  kpp text check (kpp ~ '^\d{9}$'),
  ogrn text not null unique check (ogrn ~ '^\d{13}$'),
  legal_address text,
  updated_at timestamptz not null
);
comment on table people.organisation is 'Legal entities, as their register writes them.';

create table people.position (
  person_id uuid not null references people.person (id),
  organisation_id uuid not null references people.organisation (id),
  title text not null,
  since date not null,
  until date,
  primary key (person_id, organisation_id)
);
comment on table people.position is 'Who speaks for an organisation without a power of attorney (Civil Code of Russia, article 53). until is the last day.';

create table people.mandate (
  id uuid primary key,
  grantor_person_id uuid references people.person (id),
  grantor_organisation_id uuid references people.organisation (id),
  representative_id uuid not null references people.person (id),
  number text not null,
  issued_on date not null,
  scope text[] not null check (cardinality(scope) > 0),
  valid_from date not null,
  valid_to date not null,
  revoked_on date,
  check (num_nonnulls(grantor_person_id, grantor_organisation_id) = 1),
  check (valid_from <= valid_to)
);
comment on table people.mandate is 'Powers of attorney. scope: ids of services, or * for all. valid_to is the last day; from revoked_on on it is void.';
create index mandate_by_representative on people.mandate (representative_id);

create table people.employee (
  id uuid primary key,
  department_id text not null,
  roles text[] not null,
  last_name text not null,
  first_name text not null,
  patronymic text,
  title text,
  phone text,
  email text,
  left_on date,
  updated_at timestamptz not null
);
comment on table people.employee is 'Employees with the roles their department gave; department_id is of the city pack. left_on is the first day away.';
create index employee_by_department on people.employee (department_id) where left_on is null;

create table people.identity (
  issuer text not null,
  subject text not null,
  person_id uuid references people.person (id),
  employee_id uuid references people.employee (id),
  linked_at timestamptz not null,
  signed_in_at timestamptz,
  primary key (issuer, subject),
  check (num_nonnulls(person_id, employee_id) = 1)
);
comment on table people.identity is 'Whom an OpenID provider means by a subject (OpenID Connect Core 1.0, section 5.7: issuer and subject together).';

create table people.demo_provider_key (
  id integer primary key check (id = 1),
  jwks jsonb not null,
  cookie_key text not null,
  client_secret text not null
);
comment on table people.demo_provider_key is 'Keys of the demo sign-in provider, made at first use, shared by all web processes. Empty outside demo mode.';

create table people.demo_provider_entry (
  model text not null,
  id text not null,
  payload jsonb not null,
  grant_id text,
  uid text,
  expires_at timestamptz,
  consumed_at timestamptz,
  primary key (model, id)
);
comment on table people.demo_provider_entry is 'Codes, grants and sessions of the demo sign-in provider. Empty outside demo mode.';
create index demo_provider_entry_by_grant on people.demo_provider_entry (grant_id) where grant_id is not null;
create index demo_provider_entry_by_uid on people.demo_provider_entry (uid) where uid is not null;
create index demo_provider_entry_by_expiry on people.demo_provider_entry (expires_at);

create table platform.session (
  id uuid primary key,
  secret_hash bytea not null,
  previous_secret_hash bytea,
  rotated_at timestamptz not null,
  holder_key text,
  holder jsonb not null,
  csrf_token text not null,
  device text not null,
  content jsonb not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table platform.session is 'Signed-in browsers (holder_key set) and sign-ins under way. Secrets are kept as SHA-256 only.';
create index session_by_holder on platform.session (holder_key) where holder_key is not null;
create index session_by_expiry on platform.session (expires_at);

create unlogged table platform.rate_count (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
) with (fillfactor = 50);
comment on table platform.rate_count is 'How often a key (hash of limit and caller) asked within a window. Lost at a crash on purpose: unlogged.';
create index rate_count_by_window on platform.rate_count (window_start);
