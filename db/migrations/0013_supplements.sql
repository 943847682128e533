-- What an applicant files after the filing: a service that was refused is corrected and applied for again. It stands
-- beside the filing and is as little changed as it.

create table applications.supplement (
  id uuid primary key,
  application_id uuid not null,
  case_id uuid not null unique,
  answers jsonb not null,
  provenance jsonb not null,
  digest text not null,
  filed_at timestamptz not null
);
comment on table applications.supplement is 'What was filed for one case after the filing: personal data, never changed.';
create index supplement_by_application on applications.supplement (application_id, filed_at);
create trigger supplement_is_append_only before update or delete on applications.supplement
  for each row execute function platform.refuse_change();
create trigger supplement_is_not_truncated before truncate on applications.supplement
  for each statement execute function platform.refuse_change();

-- A draft that corrects what failed; a case is corrected once, its successor may be corrected again.
alter table applications.draft add column cures_case_id uuid unique;
