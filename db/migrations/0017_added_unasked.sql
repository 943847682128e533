-- An applicant may add to a case unasked: a word, documents, corrected answers. It stands beside the filing.

alter table applications.supplement drop constraint supplement_kind_check;
alter table applications.supplement add column note text;
alter table applications.supplement add column document_ids uuid[] not null default '{}';
alter table applications.supplement add constraint supplement_kind_check
  check (kind in ('again', 'asked', 'added') and (kind = 'added') = (note is not null));
