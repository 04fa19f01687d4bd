create schema platform;

-- The business clock's distance from the database's clock: zero but in demo and training installations (product.md 3).
create table platform.clock_offset (
    only_row boolean primary key default true check (only_row),
    amount   interval not null default interval '0' check (amount >= interval '0'),
    moved_at timestamptz not null default clock_timestamp()
);
insert into platform.clock_offset default values;

create function platform.now() returns timestamptz
    language sql volatile parallel restricted
    as $$ select clock_timestamp() + amount from platform.clock_offset $$;

-- News: one row per event, one delivery per handler that hears it.
create table platform.outbox_event (
    id          bigint generated always as identity primary key,
    type        text        not null,
    payload     jsonb       not null,
    occurred_at timestamptz not null default clock_timestamp()
);

create table platform.outbox_delivery (
    event_id  bigint      not null references platform.outbox_event on delete cascade,
    handler   text        not null,
    attempts  integer     not null default 0,
    due_at    timestamptz not null default clock_timestamp(),
    failure   text,
    given_up  boolean     not null default false,
    primary key (event_id, handler)
);
create index outbox_delivery_due on platform.outbox_delivery (due_at) where not given_up;
