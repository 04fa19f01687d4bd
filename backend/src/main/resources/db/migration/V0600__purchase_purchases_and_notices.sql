create schema purchase;

-- The aggregate. What a department types stands in content; the columns beside it are what lists filter and sort by.
create table purchase.purchase (
    id              uuid        primary key,
    number          text        unique,
    department_id   uuid        not null,
    state           text        not null check (state in
                        ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'AWARDED', 'CONTRACTED', 'ACCEPTED', 'TERMINATED')),
    content         jsonb       not null,
    authors         uuid[]      not null,
    title           text,
    budget_fen      bigint      not null,
    bid_deadline    timestamptz,
    notice_id       uuid,
    errors          integer     not null default 0,
    warnings        integer     not null default 0,
    updated_at      timestamptz not null default platform.now(),
    updated_by_name text        not null,
    version         bigint      not null default 1,
    check ((state in ('DRAFT', 'IN_REVIEW')) = (number is null))
);
create index purchase_of_department on purchase.purchase (department_id, updated_at desc, id desc);

-- Who did what to a purchase, in order.
create table purchase.act (
    id          bigint      generated always as identity primary key,
    purchase_id uuid        not null references purchase.purchase on delete cascade,
    at          timestamptz not null default platform.now(),
    by_id       uuid        not null,
    by_name     text        not null,
    act         text        not null check (act in ('CREATED', 'CHANGED', 'SUBMITTED', 'RETURNED', 'PUBLISHED')),
    reason      text
);
create index act_of_purchase on purchase.act (purchase_id, id);

-- What was submitted each time, so that an approver sees what changed since the last time.
create table purchase.submission (
    id          bigint      generated always as identity primary key,
    purchase_id uuid        not null references purchase.purchase on delete cascade,
    at          timestamptz not null default platform.now(),
    content     jsonb       not null
);
create index submission_of_purchase on purchase.submission (purchase_id, id);

-- One sequence of numbers per county and year; the row's lock also keeps numbers and times of a county in the same order.
create table purchase.notice_number (
    county_code text    not null check (county_code ~ '^[0-9]{6}$'),
    year        integer not null,
    last        integer not null,
    primary key (county_code, year)
);

-- Published documents. content is the canonical text (sorted keys, no spaces, UTF-8) and digest its SHA-256.
create table purchase.notice (
    id                   uuid        primary key,
    number               text        not null unique,
    purchase_id          uuid        not null references purchase.purchase,
    type                 text        not null check (type in
                             ('INTENTION', 'PROCUREMENT', 'SINGLE_SOURCE', 'CORRECTION', 'RESULT', 'TERMINATION',
                              'CONTRACT', 'CONTRACT_CHANGE', 'ACCEPTANCE', 'PERFORMANCE')),
    format_code          text        not null,
    title                text        not null,
    department_id        uuid        not null,
    department_name      text        not null,
    region_code          text        not null,
    service_region_codes text[]      not null,
    category_codes       text[]      not null,
    method               text        not null,
    amount_fen           bigint      not null check (amount_fen > 0),
    published_at         timestamptz not null,
    deadline             timestamptz,
    content              text        not null,
    digest               bytea       not null check (digest = sha256(convert_to(content, 'UTF8')))
);
create index notice_of_purchase on purchase.notice (purchase_id);
create index notice_newest on purchase.notice (published_at desc, id desc);
create index notice_newest_of_region on purchase.notice (region_code text_pattern_ops, published_at desc, id desc);
create index notice_deadline on purchase.notice (deadline) where deadline is not null;

alter table purchase.purchase
    add foreign key (notice_id) references purchase.notice deferrable initially deferred;

-- What became of a notice, kept apart because its text never changes.
create table purchase.notice_outcome (
    notice_id  uuid        primary key references purchase.notice,
    outcome    text        not null check (outcome in ('AWARDED', 'TERMINATED')),
    decided_at timestamptz not null default platform.now(),
    version    bigint      not null default 1
);

-- What is bid on, as published.
create table purchase.lot (
    id                   uuid        primary key,
    notice_id            uuid        not null references purchase.notice deferrable initially deferred,
    number               integer     not null check (number > 0),
    title                text        not null,
    category_code        text        not null,
    service_region_codes text[]      not null,
    budget_fen           bigint      not null check (budget_fen > 0),
    requirements         jsonb       not null,
    deadline             timestamptz,
    unique (notice_id, number)
);
create index lot_deadline on purchase.lot (deadline) where deadline is not null;

create function purchase.refuse_change() returns trigger
    language plpgsql
    as $$ begin raise exception 'what was published never changes (%)', tg_table_name; end $$;

create trigger notice_is_immutable before update or delete on purchase.notice
    for each row execute function purchase.refuse_change();
create trigger notice_is_not_truncated before truncate on purchase.notice
    for each statement execute function purchase.refuse_change();
create trigger lot_is_immutable before update or delete on purchase.lot
    for each row execute function purchase.refuse_change();
create trigger lot_is_not_truncated before truncate on purchase.lot
    for each statement execute function purchase.refuse_change();
