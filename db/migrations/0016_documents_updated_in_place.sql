-- Filing gives every document of a draft to the application. No index holds what that changes (nobody looks documents up by
-- their application), and each page has room for the rows' second version: they are rewritten in place, without a new entry
-- in any index.

drop index documents.document_by_application;
alter table documents.document set (fillfactor = 50);
