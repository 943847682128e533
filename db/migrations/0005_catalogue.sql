-- Every version of the city's rules that was ever in force here. Drafts, applications and cases name the version they
-- were made under (`pack_version`), so that an old one can be read by the rules of its day.

create schema if not exists catalogue;

create table catalogue.version (
  -- Version and beginning of the hash, for example 2026.1-3f2a91c04d7e.
  id text primary key,
  city_id text not null,
  version text not null,
  -- SHA-256 of the content in hexadecimal: the same rules are stored once.
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  effective date not null,
  content jsonb not null,
  loaded_at timestamptz not null default now()
);

create index version_newest on catalogue.version (loaded_at desc);
