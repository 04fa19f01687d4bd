create schema demo;

create table demo.plan (
    only_row  boolean primary key default true check (only_row),
    scale     text   not null,
    seed      bigint not null,
    first_day date   not null
);

create table demo.step_done (
    name    text primary key,
    done_at timestamptz not null default clock_timestamp()
);
