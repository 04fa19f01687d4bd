-- A supervisor supervises the purchases of one region, with everything under it (政府采购法 第13条, decision 0043). Those of before watched
-- the whole province, and go on doing so until they are given a narrower one.
update account.account set region_code = '51' where 'SUPERVISOR' = any(roles) and region_code is null;
alter table account.account
    add constraint supervisor_has_region check (region_code is not null or not 'SUPERVISOR' = any(roles));
