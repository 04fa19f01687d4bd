create schema bidding;

-- One box a lot, into which bids go unread. Whoever gives a bid holds this row for share, whoever seals the box for update: so the seal
-- waits for every bid that was in time, and every later one sees it.
create table bidding.box (
    lot       uuid        primary key,
    purchase  uuid        not null,
    notice    uuid        not null,
    digest    bytea       not null check (octet_length(digest) = 32),
    title     text        not null,
    deadline  timestamptz not null,
    state     text        not null default 'OPEN' check (state in ('OPEN', 'SEALED')),
    sealed_at timestamptz,
    check ((state = 'OPEN') = (sealed_at is null))
);
create index box_to_seal on bidding.box (deadline) where state = 'OPEN';

-- The chain of what happened in a box. It begins with a seed that nobody is told before the opening: the first bidder must not see that
-- he is the first.
create table bidding.chain (
    lot    uuid   primary key references bidding.box,
    seed   bytea  not null check (octet_length(seed) = 32),
    link   bytea  not null check (octet_length(link) = 32),
    events bigint not null default 0
);

-- Ciphertext that is coming in, piece by piece, in any order, as often as one likes.
create table bidding.upload (
    envelope uuid        primary key,
    lot      uuid        not null,
    body     uuid        not null,
    bytes    bigint      not null default 0,
    begun_at timestamptz not null default clock_timestamp()
);
create index upload_of_body on bidding.upload (body, lot);

create table bidding.chunk (
    envelope uuid  not null references bidding.upload on delete cascade,
    digest   bytea not null check (octet_length(digest) = 32),
    content  bytea not null,
    primary key (envelope, digest)
);
-- Ciphertext does not get smaller.
alter table bidding.chunk alter column content set storage external;

-- What was accepted: the very bytes that the bidder made and signed.
create table bidding.envelope (
    id       uuid  primary key,
    lot      uuid  not null references bidding.box,
    body     uuid  not null,
    manifest bytea not null,
    digest   bytea not null check (digest = sha256(manifest))
);
create index envelope_of_body on bidding.envelope (body, id);

-- In the order of the box. Nothing of it is told to anybody but the bidder before the box is opened.
create table bidding.event (
    lot       uuid        not null references bidding.box,
    place     bigint      not null,
    kind      text        not null check (kind in ('BID_SUBMITTED', 'BID_REPLACED', 'BID_WITHDRAWN')),
    envelope  uuid        not null references bidding.envelope,
    replaced  uuid        references bidding.envelope,
    account   uuid        not null,
    key       uuid        not null,
    signature bytea       not null,
    at        timestamptz not null,
    link      bytea       not null check (octet_length(link) = 32),
    primary key (lot, place),
    unique (envelope, kind),
    check ((kind = 'BID_REPLACED') = (replaced is not null))
);

-- The one bid of a body that counts: the last in time (招标投标法 29).
create table bidding.standing (
    lot      uuid not null references bidding.box,
    body     uuid not null,
    envelope uuid not null references bidding.envelope,
    primary key (lot, body)
);

create function bidding.refuse_change() returns trigger
    language plpgsql
    as $$ begin raise exception 'what was put into a box never changes (%)', tg_table_name; end $$;

create trigger envelope_is_immutable before update or delete on bidding.envelope
    for each row execute function bidding.refuse_change();
create trigger envelope_is_not_truncated before truncate on bidding.envelope
    for each statement execute function bidding.refuse_change();
create trigger event_is_immutable before update or delete on bidding.event
    for each row execute function bidding.refuse_change();
create trigger event_is_not_truncated before truncate on bidding.event
    for each statement execute function bidding.refuse_change();
create trigger box_is_only_sealed before update on bidding.box
    for each row when (old.state <> 'OPEN' or (new.lot, new.purchase, new.notice, new.digest, new.title, new.deadline)
                           is distinct from (old.lot, old.purchase, old.notice, old.digest, old.title, old.deadline))
    execute function bidding.refuse_change();
create trigger box_is_kept before delete on bidding.box
    for each row execute function bidding.refuse_change();

-- Keys by which bodies sign: made in the browser of one of their people, whose private half never leaves it.
create table bidding.signing_key (
    id          uuid        primary key,
    body        uuid        not null,
    account     uuid        not null,
    holder      text        not null,
    point       bytea       not null check (octet_length(point) = 65),
    enrolled_at timestamptz not null default platform.now(),
    revoked_at  timestamptz
);
create index signing_key_of_body on bidding.signing_key (body, id);

-- Takes a piece of ciphertext in: KEPT, also when it lay here before; OF_ANOTHER when the envelope is another body's or lot's;
-- ENVELOPE_TOO_LARGE, TOO_MANY_ENVELOPES. Bytes come as they are, limits in bytes and in envelopes that were begun and never given.
create function bidding.keep_chunk(
        given uuid, given_lot uuid, given_body uuid, given_digest text, content bytea, most_bytes bigint, most_envelopes integer)
    returns text
    language plpgsql
    as $$
declare
    upload bidding.upload;
    fresh  boolean;
begin
    insert into bidding.upload (envelope, lot, body)
    select given, given_lot, given_body
     where (select count(*)
              from bidding.upload u
             where u.body = given_body and u.lot = given_lot and u.envelope <> given
               and not exists (select from bidding.envelope e where e.id = u.envelope)) < most_envelopes
    on conflict (envelope) do nothing;
    select * into upload from bidding.upload where envelope = given for update;
    if not found then return 'TOO_MANY_ENVELOPES'; end if;
    if (upload.lot, upload.body) is distinct from (given_lot, given_body) then return 'OF_ANOTHER'; end if;
    if exists (select from bidding.chunk c where c.envelope = given and c.digest = decode(given_digest, 'hex')) then
        return 'KEPT';
    end if;
    if upload.bytes + octet_length(content) > most_bytes then return 'ENVELOPE_TOO_LARGE'; end if;
    insert into bidding.chunk (envelope, digest, content) values (given, decode(given_digest, 'hex'), content);
    update bidding.upload set bytes = bytes + octet_length(content) where envelope = given;
    return 'KEPT';
end $$;

-- Decides acts in the given order, all in this transaction, and answers each: ACCEPTED, REPEATED (the same as before, with the time of
-- before), OTHER_CONTENT (this envelope was given with other bytes), CLOSED, the refusal that the program gave along, ALREADY_GIVEN (the
-- body's bid lies in the box and this one does not replace it), NOT_CURRENT (what shall be replaced or withdrawn is not the body's bid
-- now). Bytes come in hexadecimal, no refusal as an empty text; a withdrawal has no manifest.
--
-- The lock of the box comes before the clock is read, and the clock before the wait for the chain and the ledger: so a bid that is in
-- time is not made late by those before it, and no seal falls between the look at the clock and the commit.
create function bidding.decide(
        kinds text[], envelopes uuid[], lots uuid[], bodies uuid[], accounts uuid[], predecessors uuid[], manifests text[],
        signatures text[], keys uuid[], salts text[], refusals text[])
    returns table (act integer, outcome text, at timestamptz)
    language plpgsql
    set lock_timeout = '8s'
    as $$
#variable_conflict use_column
declare
    moment  timestamptz;
    box     bidding.box;
    chain   bidding.chain;
    earlier bidding.event;
    known   bidding.envelope;
    bytes   bytea;
    summed  bytea;
    current uuid;
    stamp   text;
    entered_kinds     text[] := '{}';
    entered_envelopes uuid[] := '{}';
    entered_purchases uuid[] := '{}';
    entered_salts     text[] := '{}';
    entered_bodies    text[] := '{}';
begin
    perform from bidding.box where lot = any(lots) order by lot for share;
    moment := platform.now();
    stamp := to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    perform from bidding.chain where lot = any(lots) order by lot for update;
    for i in 1 .. cardinality(kinds) loop
        select * into strict box from bidding.box where lot = lots[i];
        select * into earlier from bidding.event where envelope = envelopes[i] and kind = kinds[i];
        select * into known from bidding.envelope where id = envelopes[i];
        select envelope into current from bidding.standing where lot = lots[i] and body = bodies[i];
        bytes := decode(manifests[i], 'hex');
        summed := case when kinds[i] = 'BID_WITHDRAWN' then known.digest else sha256(bytes) end;
        act := i;
        at := moment;
        outcome := case
            when (known.lot, known.body) is distinct from (lots[i], bodies[i]) and known.id is not null then 'OTHER_CONTENT'
            when earlier.envelope is not null and summed = known.digest then 'REPEATED'
            when kinds[i] <> 'BID_WITHDRAWN' and known.id is not null then 'OTHER_CONTENT'
            when box.state <> 'OPEN' or moment >= box.deadline then 'CLOSED'
            when refusals[i] <> '' then refusals[i]
            when kinds[i] = 'BID_SUBMITTED' and current is not null then 'ALREADY_GIVEN'
            when kinds[i] = 'BID_REPLACED' and current is distinct from predecessors[i] then 'NOT_CURRENT'
            when kinds[i] = 'BID_WITHDRAWN' and current is distinct from envelopes[i] then 'NOT_CURRENT'
            else 'ACCEPTED' end;
        if outcome = 'REPEATED' then
            at := earlier.at;
        elsif outcome = 'ACCEPTED' then
            if kinds[i] = 'BID_WITHDRAWN' then
                delete from bidding.standing where lot = lots[i] and body = bodies[i];
            else
                insert into bidding.envelope (id, lot, body, manifest, digest) values (envelopes[i], lots[i], bodies[i], bytes, summed);
                insert into bidding.standing (lot, body, envelope) values (lots[i], bodies[i], envelopes[i])
                on conflict (lot, body) do update set envelope = excluded.envelope;
            end if;
            select * into strict chain from bidding.chain where lot = lots[i];
            chain.link := sha256('goufu-box/1'::bytea || chain.link
                || convert_to(concat_ws('|', kinds[i], envelopes[i], stamp), 'UTF8') || summed);
            update bidding.chain set link = chain.link, events = chain.events + 1 where lot = lots[i];
            insert into bidding.event (lot, place, kind, envelope, replaced, account, key, signature, at, link)
            values (lots[i], chain.events, kinds[i], envelopes[i],
                    case when kinds[i] = 'BID_REPLACED' then predecessors[i] end, accounts[i], keys[i],
                    decode(signatures[i], 'hex'), moment, chain.link);
            entered_kinds := entered_kinds || kinds[i];
            entered_envelopes := entered_envelopes || envelopes[i];
            entered_purchases := entered_purchases || box.purchase;
            entered_salts := entered_salts || salts[i];
            entered_bodies := entered_bodies || format(
                '{"acceptedAt":"%s","body":"%s","kind":"%s","link":"%s","lot":"%s","manifest":"%s","purchase":"%s","subject":"%s"}',
                stamp, bodies[i], kinds[i], encode(chain.link, 'hex'), lots[i], encode(summed, 'hex'), box.purchase, envelopes[i]);
        end if;
        return next;
    end loop;
    if cardinality(entered_kinds) > 0 then
        perform ledger.append(
            entered_kinds, entered_envelopes, entered_purchases, entered_salts, entered_bodies, false);
    end if;
end $$;

-- Seals a box whose deadline has passed; false when there was nothing to seal. How many bids lie in it stays in the ledger unread until
-- the box is opened.
create function bidding.seal(sealed uuid, salt text) returns boolean
    language plpgsql
    set lock_timeout = '8s'
    as $$
declare
    box    bidding.box;
    chain  bidding.chain;
    moment timestamptz;
begin
    select * into box from bidding.box where lot = sealed and state = 'OPEN' for update;
    if not found then return false; end if;
    moment := platform.now();
    if moment < box.deadline then return false; end if;
    select * into strict chain from bidding.chain where lot = sealed;
    update bidding.box set state = 'SEALED', sealed_at = moment where lot = sealed;
    perform ledger.append(array ['BOX_SEALED'], array [sealed], array [box.purchase], array [salt], array [format(
        '{"deadline":"%s","events":%s,"kind":"BOX_SEALED","link":"%s","purchase":"%s","sealedAt":"%s","seed":"%s","subject":"%s"}',
        to_char(box.deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), chain.events, encode(chain.link, 'hex'),
        box.purchase, to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), encode(chain.seed, 'hex'), sealed)],
        false);
    return true;
end $$;
