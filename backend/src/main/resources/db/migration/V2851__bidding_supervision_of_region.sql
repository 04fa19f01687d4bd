-- A supervisor's key opens bids of the departments in its region. All keys of before were used in the whole province.
alter table bidding.holder_key add column region_code text check (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$');
update bidding.holder_key set region_code = '51' where holder_group = 'SUPERVISION';
alter table bidding.holder_key
    add constraint supervisors_key_has_region check ((region_code is not null) = (holder_group = 'SUPERVISION'));

-- Where a lot waits for a supervisor's key, those of the department's region are asked for one. Whose lots wait already is asked about
-- again when the next key comes into use; until then the province's supervisors are asked.
alter table bidding.keyset_awaited add column supervised text;
update bidding.keyset_awaited set supervised = '51' where supervision;
alter table bidding.keyset_awaited drop column supervision;
