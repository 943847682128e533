-- Who published a version: as whoever started the program gave the name, or the employee who approved its days off.
alter table catalogue.version add column published_by text;
comment on column catalogue.version.published_by is 'A name as it was given at the start, or employee:id as the journal names one; null: nobody was named.';
