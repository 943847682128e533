-- Whoever gave a mandate finds what was filed under it among their own applications.
create index application_by_represented on applications.application ((state -> 'onBehalfOf' ->> 'personId'), filed_at desc)
  where state -> 'onBehalfOf' ->> 'kind' = 'person';
