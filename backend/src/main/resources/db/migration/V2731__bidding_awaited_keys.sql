-- Lots that were published while people lacked keys: no bid can be sealed to them yet, and whoever should have a key is asked for one.
create table bidding.keyset_awaited (
    lot_id        uuid        primary key,
    department_id uuid        not null,
    supervision   boolean     not null,
    since         timestamptz not null default platform.now()
);
create index keyset_awaited_by_department on bidding.keyset_awaited (department_id);

-- New holders are asked to rehearse as those before them were.
alter table bidding.rehearsal_reminder add column version integer not null default 1;
alter table bidding.rehearsal_reminder drop constraint rehearsal_reminder_pkey;
alter table bidding.rehearsal_reminder add primary key (lot_id, version);
alter table bidding.rehearsal_reminder add foreign key (lot_id, version) references bidding.keyset;
