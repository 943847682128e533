-- A case page, the applicant's page and a signature look for the decisions and records of one application.

create index decision_by_application on decisions.decision (application_id);
create index record_by_application on registers.record (application_id);
