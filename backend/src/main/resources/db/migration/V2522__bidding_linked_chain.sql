-- Each link of a box's chain is made of the one before it. Until now every event was linked to the beginning of the chain: in an update
-- of the table "chain" the name chain.link is the column, not the variable of that name, which therefore has another one now.
--
-- Decides acts in the given order, all in this transaction, and answers each: ACCEPTED, REPEATED (the same as before, with the time of
-- before), OTHER_CONTENT (this envelope was given with other bytes), CLOSED, the refusal that the program gave along, ALREADY_GIVEN (the
-- body's bid lies in the box and this one does not replace it), NOT_CURRENT (what shall be replaced or withdrawn is not the body's bid
-- now). Bytes come in hexadecimal, no refusal as an empty text; a withdrawal has no manifest.
--
-- The lock of the box comes before the clock is read, and the clock before the wait for the chain and the ledger: so a bid that is in
-- time is not made late by those before it, and no seal falls between the look at the clock and the commit.
create or replace function bidding.decide(
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
    last    bidding.chain;
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
            select * into strict last from bidding.chain where lot = lots[i];
            last.link := sha256('goufu-box/1'::bytea || last.link
                || convert_to(concat_ws('|', kinds[i], envelopes[i], stamp), 'UTF8') || summed);
            update bidding.chain set link = last.link, events = last.events + 1 where lot = lots[i];
            insert into bidding.event (lot, place, kind, envelope, replaced, account, key, signature, at, link)
            values (lots[i], last.events, kinds[i], envelopes[i],
                    case when kinds[i] = 'BID_REPLACED' then predecessors[i] end, accounts[i], keys[i],
                    decode(signatures[i], 'hex'), moment, last.link);
            entered_kinds := entered_kinds || kinds[i];
            entered_envelopes := entered_envelopes || envelopes[i];
            entered_purchases := entered_purchases || box.purchase;
            entered_salts := entered_salts || salts[i];
            entered_bodies := entered_bodies || format(
                '{"acceptedAt":"%s","body":"%s","kind":"%s","link":"%s","lot":"%s","manifest":"%s","purchase":"%s","subject":"%s"}',
                stamp, bodies[i], kinds[i], encode(last.link, 'hex'), lots[i], encode(summed, 'hex'), box.purchase, envelopes[i]);
        end if;
        return next;
    end loop;
    if cardinality(entered_kinds) > 0 then
        perform ledger.append(
            entered_kinds, entered_envelopes, entered_purchases, entered_salts, entered_bodies, false);
    end if;
end $$;
