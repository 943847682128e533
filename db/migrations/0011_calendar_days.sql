-- Holidays and closures added to a published calendar: proposed by one employee, approved by another. Approved days are
-- laid over the calendars of the city pack from that moment on.
create table catalogue.added_day (
  id uuid primary key,
  calendar_id text not null,
  day date not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  unique (calendar_id, day),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is distinct from proposed_by)
);

-- Open cases by last day, for counting anew those that a new day off moves.
create index case_open_by_due on cases."case" (due_on)
  where status in ('started', 'assigned', 'accepted', 'completed', 'refused');

-- Addresses of calendar feeds. Only the hash of the token is kept: who reads the database cannot read a feed.
create table people.calendar_feed (
  token_hash text primary key check (token_hash ~ '^[0-9a-f]{64}$'),
  holder text not null unique,
  created_at timestamptz not null
);
comment on table people.calendar_feed is 'One revocable feed a person or employee; holder as the journal names them.';
