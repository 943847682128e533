-- What a department asks others, in the order its page shows.

create index agency_request_sent on requests.agency_request (from_department_id, status, due_on, id);
