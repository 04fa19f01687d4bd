-- Every sealing makes an envelope of its own, so whoever goes back or reloads leaves an upload behind: the oldest that was never given
-- makes room for a new one. One that is being given now is held by those who decide about it, and stays.
create function bidding.make_room(given_lot uuid, given_body uuid, most integer) returns void
    language plpgsql
    as $$
declare
    surplus bigint;
    left_behind uuid[];
begin
    perform pg_advisory_xact_lock(hashtextextended(given_body::text || given_lot::text, 2771));
    select count(*) - most + 1 into surplus
      from bidding.upload u
     where u.body = given_body and u.lot = given_lot and not exists (select from bidding.envelope e where e.id = u.envelope);
    if surplus <= 0 then return; end if;
    left_behind := array(
        select u.envelope
          from bidding.upload u
         where u.body = given_body and u.lot = given_lot and not exists (select from bidding.envelope e where e.id = u.envelope)
         order by u.begun_at, u.envelope
         limit surplus
           for update skip locked);
    -- Asked again, now that nobody can give them any more: one may have been given until the lock was had.
    delete from bidding.upload u
     where u.envelope = any(left_behind) and not exists (select from bidding.envelope e where e.id = u.envelope);
end $$;

create or replace function bidding.keep_chunk(
        given uuid, given_lot uuid, given_body uuid, given_digest text, content bytea, most_bytes bigint, most_envelopes integer)
    returns text
    language plpgsql
    as $$
declare
    upload bidding.upload;
begin
    if not exists (select from bidding.upload u where u.envelope = given) then
        perform bidding.make_room(given_lot, given_body, most_envelopes);
        insert into bidding.upload (envelope, lot, body)
        select given, given_lot, given_body
         where (select count(*)
                  from bidding.upload u
                 where u.body = given_body and u.lot = given_lot and u.envelope <> given
                   and not exists (select from bidding.envelope e where e.id = u.envelope)) < most_envelopes
        on conflict (envelope) do nothing;
    end if;
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
