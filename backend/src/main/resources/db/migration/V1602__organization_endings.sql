-- That something runs out is said once for each distance: 60, 30 and 7 days ahead.
create table organization.told_ending (
    body_id  uuid    not null references organization.body on delete cascade,
    kind     text    not null,
    value    text    not null,
    last_day date    not null,
    days     integer not null check (days in (60, 30, 7)),
    primary key (body_id, kind, value, last_day, days)
);
