-- Agreements by which legal persons bid together (政府采购法 第24条), and who signed which. What was read once never changes: a signature
-- and a bid name it by its hash. Shares are hundredths of a percent: the platform must not learn an amount before the opening.
--
-- Whoever changes anything here for a lot takes the row of its box for no key update first, whoever gives a bid holds that row for
-- share: so a signature and a bid never overlook each other, and the box is not sealed between.
create table bidding.consortium_version (
    hash     bytea       primary key check (hash = sha256(document)),
    document bytea       not null,
    lot      uuid        not null references bidding.box,
    lead     uuid        not null,
    terms    text        not null,
    made_at  timestamptz not null default platform.now(),
    made_by  text        not null
);
create table bidding.consortium_member (
    hash  bytea   not null references bidding.consortium_version,
    body  uuid    not null,
    name  text    not null,
    work  text    not null,
    share integer not null check (share between 1 and 10000),
    primary key (hash, body)
);
create index consortium_member_of_body on bidding.consortium_member (body);

-- The text that holds now, one of each lead.
create table bidding.consortium (
    lot     uuid   not null references bidding.box,
    lead    uuid   not null,
    hash    bytea  not null references bidding.consortium_version,
    version bigint not null,
    primary key (lot, lead)
);

-- What a member answered to exactly one text; the signature is over the bytes of the document. One that ended did not stand from then on.
create table bidding.consortium_answer (
    id        uuid        primary key,
    hash      bytea       not null,
    body      uuid        not null,
    answer    text        not null check (answer in ('SIGNED', 'REFUSED')),
    key       uuid        references bidding.signing_key,
    signature bytea,
    at        timestamptz not null default platform.now(),
    account   uuid        not null,
    by_name   text        not null,
    ended_at  timestamptz,
    ended_by  text,
    foreign key (hash, body) references bidding.consortium_member,
    check ((answer = 'SIGNED') = (key is not null) and (answer = 'SIGNED') = (signature is not null))
);
create unique index consortium_one_answer on bidding.consortium_answer (hash, body) where ended_at is null;

-- Whoever signed stands in one consortium for the lot, and bids neither alone nor in another (实施条例 第22条第二款).
create table bidding.consortium_seat (
    lot  uuid not null references bidding.box,
    body uuid not null,
    lead uuid not null,
    primary key (lot, body)
);

create trigger consortium_version_is_immutable before update or delete on bidding.consortium_version
    for each row execute function bidding.refuse_change();
create trigger consortium_member_is_immutable before update or delete on bidding.consortium_member
    for each row execute function bidding.refuse_change();

-- The seats of these bodies, which stay until the caller's transaction ends. Two statements, so that the second sees what the wait for
-- the first let happen.
create function bidding.hold_seats(lots uuid[], bodies uuid[]) returns table (lot uuid, body uuid, lead uuid)
    language plpgsql
    as $$
#variable_conflict use_column
begin
    perform from bidding.box where lot = any(lots) order by lot for share;
    return query
    select s.lot, s.body, s.lead
      from bidding.consortium_seat s
      join (select distinct * from unnest(lots, bodies) as asked (lot, body)) wanted
        on wanted.lot = s.lot and wanted.body = s.body;
end $$;

-- The agreement with which a bid was given; null of one that was given alone or for groups.
alter table bidding.opened_bid add column agreement bytea references bidding.consortium_version;
