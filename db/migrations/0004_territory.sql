-- The territory: layers of the city's map and their features in two time axes. `valid_*` says when something is so in
-- the city, `known_*` when the city's system held it to be so; a row is never changed, only closed.

create schema if not exists territory;

create table territory.layer (
  id text primary key,
  -- Order of drawing, the lowest first.
  position smallint not null,
  -- What the program takes the layer for: city, district, zone, parcel, restriction, stormSewer …
  role text not null,
  -- Title, codes, style and source as the city's pack gives them.
  definition jsonb not null,
  -- SHA-256 of the definition and the file: the same layer is not loaded twice.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- Grows with every change of a feature; clients cache tiles by it.
  version integer not null check (version > 0),
  changed_at timestamptz not null default now()
);

create table territory.feature (
  id uuid primary key,
  layer text not null references territory.layer (id),
  -- The source's own identifier: a plot's cadastral number, a street's key.
  external_id text not null,
  properties jsonb not null,
  -- The few properties that map tiles carry, flat.
  tags jsonb not null,
  -- Longitude and latitude, WGS 84.
  geometry geometry(Geometry, 4326) not null,
  -- SHA-256 of the feature as it came: an unchanged feature keeps its row.
  hash text not null,
  valid_from date,
  valid_to date,
  known_from timestamptz not null default now(),
  known_to timestamptz,
  check (valid_to > valid_from),
  check (known_to >= known_from)
);

create unique index feature_current on territory.feature (layer, external_id) where known_to is null;
create index feature_ground on territory.feature using gist (geometry) where known_to is null;
create index feature_history on territory.feature (layer, external_id, known_from);

-- Words of street names, folded as src/modules/territory/address.ts folds them, in every language.
create table territory.street_word (
  word text collate "C" not null,
  street text not null,
  primary key (word, street)
);

-- Which plot has which address now.
create table territory.address (
  street text not null,
  -- Folded: lower case, Cyrillic.
  house text collate "C" not null,
  number integer not null,
  parcel text not null,
  primary key (street, house, parcel)
);

create index address_in_order on territory.address (street, number, house);
