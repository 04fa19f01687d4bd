create schema matching;

-- A copy of what a feed shows of a published lot, and of what judging it again needs; the truth stands in purchase.
create table matching.lot (
    id              uuid primary key,
    number          int         not null,
    notice_id       uuid        not null,
    purchase_id     uuid        not null,
    notice_title    text        not null,
    title           text        not null,
    department_id   uuid        not null,
    department_name text        not null,
    region_code     text        not null,
    category_code   text        not null,
    service_regions text[]      not null,
    budget_fen      bigint      not null check (budget_fen >= 0),
    method          text        not null,
    requirements    jsonb       not null,
    published_at    timestamptz not null,
    deadline        timestamptz,
    ended           boolean     not null, -- awarded or terminated: no longer open whatever the deadline says
    version         bigint      not null,
    matched_at      timestamptz -- null until it was matched for the first time
);

create index lot_open_by_category on matching.lot (category_code) where not ended;
create index lot_of_notice on matching.lot (notice_id);

-- One row per lot and body, bidders and the groups behind them alike. No foreign key to lot: rows come by thousands in one
-- statement, always from the transaction that knows the lot.
create table matching.match (
    lot_id      uuid        not null,
    body_id     uuid        not null,
    route       text        not null check (route in ('DIRECT', 'FEDERATION', 'THROUGH')),
    body_name   text        not null,
    body_kind   text        not null,
    bidder_id   uuid        not null, -- the legal person that would sign; the body itself unless THROUGH
    bidder_name text        not null,
    eligibility text        not null,
    score       int         not null check (score between 0 and 1000),
    tells       boolean     not null, -- the lot's places touch those where the body wants to be told
    reasons     json        not null, -- only ever read whole: as text it is half the work of jsonb to write
    members     json        not null,
    judged_at   timestamptz not null, -- when the facts were read; a row judged on older facts never replaces a newer one
    closed_at   timestamptz, -- when it no longer held; the row stays as a record
    primary key (lot_id, body_id)
);

-- A lot's page sorts a few thousand rows of the primary key instead: rows are written far more often than read.
create index match_feed on matching.match (body_id, score desc, lot_id) where closed_at is null;
