-- With which groups a federation wants to bid for a lot and how the price is shared, in hundredths of a percent: the platform must not
-- learn an amount before the opening. What was read once never changes: a bid and a consent name it by its hash.
create table bidding.roster_version (
    hash       bytea       primary key check (octet_length(hash) = 32),
    lot        uuid        not null references bidding.box,
    federation uuid        not null,
    own_share  integer     not null check (own_share between 0 and 10000),
    fee        integer     not null check (fee between 0 and 10000),
    made_at    timestamptz not null default platform.now(),
    made_by    text        not null
);
create table bidding.roster_part (
    hash         bytea   not null references bidding.roster_version,
    group_id     uuid    not null,
    task         text    not null,
    deliverables text    not null,
    share        integer not null check (share between 1 and 10000),
    digest       bytea   not null check (octet_length(digest) = 32),
    primary key (hash, group_id)
);
create index roster_part_of_group on bidding.roster_part (group_id);

-- The one that holds now. Whoever gives a bid holds this row for share.
create table bidding.roster (
    lot        uuid   not null references bidding.box,
    federation uuid   not null,
    hash       bytea  not null references bidding.roster_version,
    version    bigint not null,
    primary key (lot, federation)
);

-- What a group's contact answered to exactly one text. A consent that ended did not stand from then on.
create table bidding.consent (
    id         uuid        primary key,
    lot        uuid        not null references bidding.box,
    federation uuid        not null,
    group_id   uuid        not null,
    part       bytea       not null check (octet_length(part) = 32),
    answer     text        not null check (answer in ('CONSENTED', 'DECLINED')),
    at         timestamptz not null,
    account    uuid        not null,
    by_name    text        not null,
    ended_at   timestamptz,
    ended_by   text
);
create unique index consent_one_answer on bidding.consent (lot, federation, group_id, part) where ended_at is null;
create index consent_of_group on bidding.consent (group_id, lot);

-- A group stands behind one federation for a lot (product.md 8). Whoever gives a bid holds these rows for share, whoever revokes
-- deletes one: so a bid and a revocation never overlook each other. Locks are taken in the order roster, engagement, box.
create table bidding.engagement (
    lot        uuid not null references bidding.box,
    group_id   uuid not null,
    federation uuid not null,
    primary key (lot, group_id)
);
create index engagement_of_federation on bidding.engagement (lot, federation);

create trigger roster_version_is_immutable before update or delete on bidding.roster_version
    for each row execute function bidding.refuse_change();
create trigger roster_part_is_immutable before update or delete on bidding.roster_part
    for each row execute function bidding.refuse_change();
