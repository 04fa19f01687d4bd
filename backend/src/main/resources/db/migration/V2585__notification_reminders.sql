-- Of which deadline of which lot everybody has been reminded how long before it.
create table notification.reminder (
    lot_id      uuid        not null,
    deadline    timestamptz not null,
    ahead       text        not null check (ahead in ('THREE_DAYS', 'ONE_DAY', 'TWO_HOURS')),
    reminded_at timestamptz not null default platform.now(),
    primary key (lot_id, deadline, ahead)
);
