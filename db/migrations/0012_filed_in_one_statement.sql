-- A statement that does several things at once undoes all of them when what it rests on is not so any more.

create function platform.refuse_unless(holds boolean) returns void language plpgsql as $$
begin
  if holds is not true then
    raise exception 'what the statement rests on has changed' using errcode = 'no_data_found';
  end if;
end $$;
comment on function platform.refuse_unless is 'Undoes the statement (SQLSTATE P0002) that was decided on something changed meanwhile.';
