-- Large texts are packed by lz4 where the server has it: packing what was filed by the older method took more of the
-- processor than all other writing of a filing. The embedded database and some servers lack it and keep the older one.

do $$
begin
  alter table applications.draft alter column content set compression lz4;
  alter table applications.filing
    alter column answers set compression lz4,
    alter column provenance set compression lz4,
    alter column plan set compression lz4;
  alter table platform.event alter column body set compression lz4;
  alter table catalogue.version alter column content set compression lz4;
exception when feature_not_supported then null;
end $$;
