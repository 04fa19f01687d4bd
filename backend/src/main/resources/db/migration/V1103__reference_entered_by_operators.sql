-- A year of the calendar as an operator loaded it from the State Council's notice. It stands in place of the supplied one;
-- of two for one year the later one counts, and the earlier one stays to show what was counted by then.
create table reference.calendar_year (
    id          uuid primary key,
    year        integer     not null check (year between 2000 and 2999),
    document    text        not null,
    holidays    date[]      not null check (cardinality(holidays) > 0),
    workdays    date[]      not null,
    loaded_by   text        not null,
    account_id  uuid        not null,
    loaded_at   timestamptz not null default clock_timestamp()
);
create index calendar_year_latest on reference.calendar_year (year, loaded_at desc);

-- An amount that a person read in the official text; it stands before a supplied one of the same region, level and first day.
create table reference.threshold_entry (
    id          uuid primary key,
    region_code text        not null,
    level       text        not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    kind        text        not null check (kind in ('PURCHASE_LIMIT', 'OPEN_TENDER')),
    amount_fen  bigint      not null check (amount_fen > 0),
    valid_from  date        not null,
    document    text        not null,
    entered_by  text        not null,
    account_id  uuid        not null,
    entered_at  timestamptz not null default clock_timestamp()
);
