-- A manifest is read with its row and takes some four thousand bytes: in the row it costs one write, beside it four and as many again in
-- an index. Larger ones still lie beside it.
alter table bidding.envelope set (toast_tuple_target = 8160);

-- Only bidding.decide writes these rows, with the box held: as in V2811, that they fit each other is seen there, and to look once more for
-- each row cost a bid in a rush another fifth of its time in the database.
alter table bidding.envelope alter constraint envelope_lot_fkey not enforced;
alter table bidding.standing alter constraint standing_lot_fkey not enforced;
alter table bidding.standing alter constraint standing_envelope_fkey not enforced;

-- As before (V2560), but manifests come as the bytes that they are, and what is looked up by a key is looked up with a limit: as a plain
-- join, a plan of the minute in which the tables were empty read all of it for each bid, and was kept while a platform's first box filled.
drop function bidding.decide(
        text[], uuid[], uuid[], uuid[], uuid[], uuid[], text, integer[], bytea, uuid[], bytea, text[]);
create function bidding.decide(
        kinds text[], envelopes uuid[], lots uuid[], bodies uuid[], accounts uuid[], predecessors uuid[], manifests bytea,
        bounds integer[], signatures bytea, keys uuid[], salts bytea, refusals text[])
    returns table (act integer, outcome text, at timestamptz)
    language plpgsql
    set lock_timeout = '8s'
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    as $$
#variable_conflict use_column
declare
    moment    timestamptz;
    stamp     text;
    one       record;
    box_of    uuid;
    tip       bytea;
    events    bigint;
    undecided integer[] := array(select generate_series(1, cardinality(kinds)));
    decided   integer[];
    places    integer[];
    numbers   bigint[];
    digests   bytea[];
    links     bytea[];
    entered         integer[] := '{}';
    entered_digests bytea[] := '{}';
    entered_links   bytea[] := '{}';
begin
    perform from bidding.box where lot = any(lots) order by lot for share;
    moment := platform.now();
    stamp := to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
    perform from bidding.chain where lot = any(lots) order by lot for update;
    while cardinality(undecided) > 0 loop
        decided := '{}';
        places := '{}';
        numbers := '{}';
        digests := '{}';
        links := '{}';
        box_of := null;
        for one in
            with given as (
                select place, kinds[place] as kind, envelopes[place] as envelope, lots[place] as lot, bodies[place] as body,
                       predecessors[place] as predecessor, refusals[place] as refusal,
                       row_number() over (partition by lots[place], bodies[place] order by place) as of_body,
                       row_number() over (partition by envelopes[place] order by place) as of_envelope
                  from unnest(undecided) as place),
            turn as materialized (
                select place, kind, envelope, lot, body, predecessor, refusal,
                       sha256(substring(manifests from bounds[place] + 1 for bounds[place + 1] - bounds[place])) as digest
                  from given
                 where of_body = 1 and of_envelope = 1)
            select turn.place, turn.kind, turn.envelope, turn.lot, earlier.at as earlier, chain.link, chain.events,
                   case turn.kind when 'BID_WITHDRAWN' then known.digest else turn.digest end as digest,
                   case
                       when (known.lot, known.body) is distinct from (turn.lot, turn.body) and known.id is not null
                           then 'OTHER_CONTENT'
                       when earlier.at is not null and (turn.kind = 'BID_WITHDRAWN' or turn.digest = known.digest)
                           then 'REPEATED'
                       when turn.kind <> 'BID_WITHDRAWN' and known.id is not null then 'OTHER_CONTENT'
                       when box.state <> 'OPEN' or moment >= box.deadline then 'CLOSED'
                       when turn.refusal <> '' then turn.refusal
                       when turn.kind = 'BID_SUBMITTED' and current.envelope is not null then 'ALREADY_GIVEN'
                       when turn.kind = 'BID_REPLACED' and current.envelope is distinct from turn.predecessor
                           then 'NOT_CURRENT'
                       when turn.kind = 'BID_WITHDRAWN' and current.envelope is distinct from turn.envelope
                           then 'NOT_CURRENT'
                       else 'ACCEPTED' end as outcome
              from turn
              join bidding.box on box.lot = turn.lot
              join bidding.chain on chain.lot = turn.lot
              left join lateral (
                   select at from bidding.event where envelope = turn.envelope and kind = turn.kind limit 1) as earlier on true
              left join lateral (
                   select id, lot, body, digest from bidding.envelope where id = turn.envelope limit 1) as known on true
              left join lateral (
                   select envelope from bidding.standing where lot = turn.lot and body = turn.body limit 1) as current on true
             order by turn.lot, turn.place
        loop
            decided := decided || one.place;
            act := one.place;
            outcome := one.outcome;
            at := case one.outcome when 'REPEATED' then one.earlier else moment end;
            return next;
            continue when one.outcome <> 'ACCEPTED';
            if box_of is distinct from one.lot then
                box_of := one.lot;
                tip := one.link;
                events := one.events;
            end if;
            tip := sha256('goufu-box/1'::bytea || tip
                || convert_to(one.kind || '|' || one.envelope || '|' || stamp, 'UTF8') || one.digest);
            places := places || one.place;
            numbers := numbers || events;
            digests := digests || one.digest;
            links := links || tip;
            events := events + 1;
        end loop;
        if cardinality(decided) = 0 then raise exception 'a box is missing'; end if;
        undecided := array(select unnest(undecided) except select unnest(decided));

        insert into bidding.envelope (id, lot, body, manifest, digest)
        select envelopes[place], lots[place], bodies[place],
               substring(manifests from bounds[place] + 1 for bounds[place + 1] - bounds[place]), digest
          from unnest(places, digests) as accepted (place, digest)
         where kinds[place] <> 'BID_WITHDRAWN';
        insert into bidding.standing (lot, body, envelope)
        select lots[place], bodies[place], envelopes[place]
          from unnest(places) as place
         where kinds[place] <> 'BID_WITHDRAWN'
        on conflict (lot, body) do update set envelope = excluded.envelope;
        delete from bidding.standing
         using unnest(places) as accepted (place)
         where kinds[place] = 'BID_WITHDRAWN' and lot = lots[place] and body = bodies[place];
        insert into bidding.event (lot, place, kind, envelope, replaced, account, key, signature, at, link)
        select lots[accepted.place], number, kinds[accepted.place], envelopes[accepted.place],
               case kinds[accepted.place] when 'BID_REPLACED' then predecessors[accepted.place] end, accounts[accepted.place],
               keys[accepted.place], substring(signatures from accepted.place * 64 - 63 for 64), moment, link
          from unnest(places, numbers, links) as accepted (place, number, link);
        update bidding.chain
           set link = latest.link, events = latest.number + 1
          from (select distinct on (lots[place]) lots[place] as lot, number, link
                  from unnest(places, numbers, links) as accepted (place, number, link)
                 order by lots[place], number desc) as latest
         where chain.lot = latest.lot;
        entered := entered || places;
        entered_digests := entered_digests || digests;
        entered_links := entered_links || links;
    end loop;
    if cardinality(entered) > 0 then
        perform ledger.append(
                    array_agg(kinds[place] order by nth), array_agg(envelopes[place] order by nth),
                    array_agg(purchase order by nth),
                    array_agg(encode(substring(salts from place * 32 - 31 for 32), 'hex') order by nth),
                    array_agg(format(
                        '{"acceptedAt":"%s","body":"%s","kind":"%s","link":"%s","lot":"%s","manifest":"%s","purchase":"%s","subject":"%s"}',
                        stamp, bodies[place], kinds[place], encode(accepted.link, 'hex'), lot, encode(accepted.digest, 'hex'), purchase,
                        envelopes[place]) order by nth),
                    false)
           from unnest(entered, entered_links, entered_digests) with ordinality as accepted (place, link, digest, nth)
           join bidding.box on box.lot = lots[place];
    end if;
end $$;

-- As before (V2810), with the same limit.
create or replace function ledger.append(
        kinds text[], subjects uuid[], purchases uuid[], salts text[], bodies text[], reveal boolean)
    returns bigint
    language plpgsql
    as $$
declare
    tree   ledger.head;
    before bigint;
    moment timestamptz;
    node   bytea;
    rest   bigint;
    height integer;
begin
    select * into tree from ledger.head for update;
    -- A clock that went back would enter acts before those that stand.
    if clock_timestamp() < tree.last_at - interval '1 second' then
        raise exception 'the clock of the database went back behind the last entry of the ledger';
    end if;
    before := tree.size;
    moment := platform.now();
    with given as (
        select distinct on (kind, subject) *
          from unnest(kinds, subjects, purchases, salts, bodies)
                   with ordinality as given (kind, subject, purchase, salt, body, place)
         where (select true from ledger.act where act.kind = given.kind and act.subject = given.subject limit 1) is null
         order by kind, subject, place),
    fresh as (
        select before + row_number() over (order by place) - 1 as at, kind, subject, purchase, decode(salt, 'hex') as salt, body
          from given),
    entered as (
        insert into ledger.entry (index, commitment)
        select at, sha256('goufu-log/1'::bytea || salt || convert_to(body, 'UTF8')) from fresh)
    insert into ledger.act (index, kind, subject, purchase, salt, body, entered_at, revealed)
    select at, kind, subject, purchase, salt, body, moment, reveal from fresh;
    for node in
        select sha256('\x00'::bytea || commitment) from ledger.entry where index >= before order by index
    loop
        rest := tree.size;
        height := 0;
        while rest & 1 = 1 loop
            node := sha256('\x01'::bytea || tree.peaks[cardinality(tree.peaks)] || node);
            tree.peaks := trim_array(tree.peaks, 1);
            rest := rest >> 1;
            height := height + 1;
            if height % 8 = 0 then
                insert into ledger.subtree (level, index, hash) values (height, rest, node);
            end if;
        end loop;
        tree.peaks := tree.peaks || node;
        tree.size := tree.size + 1;
    end loop;
    update ledger.head set size = tree.size, peaks = tree.peaks, last_at = clock_timestamp();
    return tree.size - before;
end $$;

-- As before (V2811), with the same limit.
create or replace function bidding.missing_chunks(envelopes uuid[], digests text[])
    returns table (envelope uuid, digest text)
    language plpgsql
    set enable_seqscan = off
    set enable_hashjoin = off
    set enable_mergejoin = off
    as $$
#variable_conflict use_column
begin
    perform from bidding.upload where envelope = any(envelopes) order by envelope for key share;
    return query
        select needed.envelope, needed.digest
          from unnest(envelopes, digests) as needed (envelope, digest)
         where (select true
                  from bidding.chunk
                 where chunk.envelope = needed.envelope and chunk.digest = decode(needed.digest, 'hex')
                 limit 1) is null;
end $$;
