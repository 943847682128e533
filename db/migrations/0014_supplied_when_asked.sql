-- An officer may ask the applicant for single answers: what is supplied stands beside the filing, however often.

alter table applications.supplement drop constraint supplement_case_id_key;
alter table applications.supplement add column kind text not null default 'again' check (kind in ('again', 'asked'));
alter table applications.supplement alter column kind drop default;
create unique index supplement_again on applications.supplement (case_id) where kind = 'again';
