-- Since when a row reads as it does: a match that is judged again with the same result stays as it is.
alter table matching.match add column since timestamptz;
update matching.match set since = judged_at;
alter table matching.match alter column since set not null;

-- How a match read until something about it changed, or until it no longer held and then held again.
create table matching.match_past (
    lot_id      uuid        not null,
    body_id     uuid        not null,
    since       timestamptz not null,
    until       timestamptz not null check (until > since),
    route       text        not null,
    body_name   text        not null,
    body_kind   text        not null,
    bidder_id   uuid        not null,
    bidder_name text        not null,
    eligibility text        not null,
    score       int         not null,
    reasons     json        not null,
    members     json        not null,
    primary key (lot_id, body_id, since)
);

create function matching.keep_match() returns trigger language plpgsql as $$
begin
    if old.since < coalesce(old.closed_at, new.judged_at) then
        insert into matching.match_past (lot_id, body_id, since, until, route, body_name, body_kind, bidder_id, bidder_name,
                                         eligibility, score, reasons, members)
        values (old.lot_id, old.body_id, old.since, coalesce(old.closed_at, new.judged_at), old.route, old.body_name,
                old.body_kind, old.bidder_id, old.bidder_name, old.eligibility, old.score, old.reasons, old.members);
    end if;
    new.since := new.judged_at;
    return new;
end $$;
create trigger match_is_kept before update on matching.match
    for each row
    when (new.closed_at is null
          and (old.closed_at is not null
               or (old.route, old.body_name, old.body_kind, old.bidder_id, old.bidder_name, old.eligibility, old.score,
                   old.reasons::text, old.members::text)
                  is distinct from
                  (new.route, new.body_name, new.body_kind, new.bidder_id, new.bidder_name, new.eligibility, new.score,
                   new.reasons::text, new.members::text)))
    execute function matching.keep_match();

-- When a body was judged last against all open lots: what was being matched meanwhile on older facts is closed by it.
create table matching.judged_body (
    body_id   uuid        primary key,
    judged_at timestamptz not null
);
