-- The opening of a lot, from the moment in which somebody of the department begins it: before, nobody is told how many bids there are.
create table bidding.opening (
    lot         uuid        primary key references bidding.box,
    purchase    uuid        not null,
    notice      uuid        not null,
    department  uuid        not null,
    title       text        not null,
    method      text        not null,
    least       integer     not null check (least > 0),
    budget_fen  bigint      not null,
    staged      boolean     not null,
    bids        integer     not null check (bids >= 0),
    state       text        not null check (state in
                    ('SEAL_CHECK', 'OPENING', 'TECHNICAL_OPENED', 'PRICES_ALLOWED', 'OPENING_PRICES', 'OPENED', 'FAILED_TOO_FEW')),
    begun_by    uuid        not null,
    begun_name  text        not null,
    begun_at    timestamptz not null,
    check_until timestamptz not null,
    version     bigint      not null default 1,
    check ((state = 'FAILED_TOO_FEW') = (bids < least))
);
create index opening_of_purchase on bidding.opening (purchase);

-- Technical parts before prices where the notice says so, else all at once; each with the record that was made of it.
create table bidding.opening_stage (
    id           uuid        primary key,
    lot          uuid        not null references bidding.opening,
    stage        text        not null check (stage in ('TECHNICAL', 'ALL')),
    released_at  timestamptz not null,
    gathered_at  timestamptz,
    without      text,
    remedy_until timestamptz,
    opened_at    timestamptz,
    record       bytea,
    digest       bytea check (digest = sha256(record)),
    unique (lot, stage),
    check ((record is null) = (opened_at is null) and (record is null) = (digest is null))
);
create index opening_stage_at_work on bidding.opening_stage (gathered_at) where opened_at is null;

-- The bids of an opening, in the order in which they were accepted. What is not public lies here wrapped under the platform's key.
create table bidding.opened_bid (
    envelope    uuid        primary key references bidding.envelope,
    lot         uuid        not null references bidding.opening,
    place       integer     not null,
    body        uuid        not null,
    name        text        not null,
    body_kind   text        not null,
    acting_for  uuid[]      not null default '{}',
    accepted_at timestamptz not null,
    pending     boolean     not null default true,
    outcome     text        check (outcome in ('OPENED', 'FAILED', 'INVALID')),
    fault       text        check (fault in ('HOLDERS', 'BIDDER', 'PLATFORM')),
    reason      text,
    article     text,
    price       text,
    technical   bytea,
    unique (lot, place),
    check ((outcome is null or outcome = 'OPENED') = (reason is null)),
    check ((outcome = 'FAILED') = (fault is not null) or outcome is null)
);
create index opened_bid_pending on bidding.opened_bid (lot) where pending;

-- Keys of segments, wrapped: with the ciphertext that the bidder gave they are the clear copy, and no other is kept.
create table bidding.opened_key (
    envelope uuid  not null references bidding.opened_bid,
    segment  text  not null,
    wrapped  bytea not null,
    primary key (envelope, segment)
);
