create schema evaluation;

-- Who may sit on panels. Where they work or worked is kept to know whom they must not judge.
create table evaluation.pool (
    account_id    uuid    primary key,
    name          text    not null,
    kind          text    not null check (kind in ('EXPERT', 'INTERNAL', 'RESIDENT')),
    department_id uuid    check ((department_id is not null) = (kind = 'INTERNAL')),
    employer      text    not null,
    title         text    not null,
    fields        text[]  not null default '{}',
    region_code   text    not null,
    active        boolean not null default true
);
create index pool_of_kind on evaluation.pool (kind) where active;

create table evaluation.pool_tie (
    account_id uuid not null references evaluation.pool,
    body       uuid not null,
    until      date,
    primary key (account_id, body)
);

-- One lot's evaluation from the opened bids to the award, as one document: it is loaded once and saved once by each act.
create table evaluation.evaluation (
    lot        uuid        primary key,
    purchase   uuid        not null,
    department uuid        not null,
    phase      text        not null,
    members    uuid[]      not null default '{}',
    bodies     uuid[]      not null,
    document   jsonb       not null,
    begun_at   timestamptz not null default platform.now(),
    changed_at timestamptz not null default platform.now()
);
create index evaluation_of_purchase on evaluation.evaluation (purchase);
create index evaluation_of_department on evaluation.evaluation (department);
create index evaluation_of_member on evaluation.evaluation using gin (members);

-- What an evaluator has written so far. Nobody else reads it before all have signed.
create table evaluation.sheet (
    lot        uuid        not null references evaluation.evaluation,
    account_id uuid        not null,
    document   jsonb       not null,
    version    bigint      not null default 1,
    changed_at timestamptz not null default platform.now(),
    primary key (lot, account_id)
);

-- Sheets as they were signed, byte for byte: their digests stand in the ledger.
create table evaluation.signed_sheet (
    id         uuid        primary key,
    lot        uuid        not null references evaluation.evaluation,
    account_id uuid        not null,
    seat       integer     not null,
    revision   integer     not null,
    content    text        not null,
    digest     bytea       not null check (digest = sha256(convert_to(content, 'UTF8'))),
    signed_at  timestamptz not null default platform.now(),
    unique (lot, account_id, revision)
);

-- The evaluation as it was made public with the award, byte for byte.
create table evaluation.result (
    lot          uuid        primary key references evaluation.evaluation,
    purchase     uuid        not null,
    content      text        not null,
    digest       bytea       not null check (digest = sha256(convert_to(content, 'UTF8'))),
    published_at timestamptz not null
);
create index result_of_purchase on evaluation.result (purchase);

create function evaluation.refuse_change() returns trigger
    language plpgsql
    as $$ begin raise exception 'what was signed or published never changes (%)', tg_table_name; end $$;

create trigger signed_sheet_is_kept before update or delete on evaluation.signed_sheet
    for each row execute function evaluation.refuse_change();
create trigger result_is_kept before update or delete on evaluation.result
    for each row execute function evaluation.refuse_change();
