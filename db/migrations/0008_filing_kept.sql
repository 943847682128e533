-- What was filed is evidence: like the journal it is neither deleted nor emptied by the program. What the law on
-- personal data wants erased after its term is erased by the keeper of the database, who disables the trigger for it.

drop trigger filing_is_append_only on applications.filing;
create trigger filing_is_append_only before update or delete on applications.filing
  for each row execute function platform.refuse_change();
create trigger filing_is_not_truncated before truncate on applications.filing
  for each statement execute function platform.refuse_change();
