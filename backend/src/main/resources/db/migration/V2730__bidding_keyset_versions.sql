-- A lot's holders can be replaced while bids are given: then it has further documents, and none of them ever changes. Those before stay,
-- for bids that were sealed to them.
alter table bidding.keyset_member drop constraint keyset_member_lot_id_fkey;
alter table bidding.rehearsal_reminder drop constraint rehearsal_reminder_lot_id_fkey;
alter table bidding.keyset drop constraint keyset_pkey;
alter table bidding.keyset add column version integer not null default 1 check (version > 0);
alter table bidding.keyset add column digest bytea not null generated always as (sha256(document)) stored;
alter table bidding.keyset add primary key (lot_id, version);
alter table bidding.keyset add unique (lot_id, digest);
alter table bidding.keyset_member drop constraint keyset_member_pkey;
alter table bidding.keyset_member add column version integer not null default 1;
alter table bidding.keyset_member add primary key (lot_id, version, kid);
alter table bidding.keyset_member add foreign key (lot_id, version) references bidding.keyset;

-- To whom bids must be sealed now; nothing while the first document holds. Whoever decides about bids holds this row, whoever replaces
-- holders takes it: so every bid comes before the replacement, or is held against it.
alter table bidding.box add column keyset bytea check (octet_length(keyset) = 32);
drop trigger box_is_only_sealed on bidding.box;
create trigger box_is_only_sealed before update on bidding.box
    for each row when (old.state <> 'OPEN' or new.deadline < old.deadline
                       or (new.lot, new.purchase, new.notice, new.title) is distinct from (old.lot, old.purchase, old.notice, old.title)
                       or new.state <> 'OPEN'
                          and (new.digest, new.deadline, new.keyset) is distinct from (old.digest, old.deadline, old.keyset))
    execute function bidding.refuse_change();

-- Every replacement, by whom, and what came in the place of what.
create table bidding.keyset_replacement (
    id       uuid        primary key,
    lot_id   uuid        not null references bidding.box,
    replaced bytea       not null,
    keyset   bytea       not null,
    account  uuid        not null,
    name     text        not null,
    at       timestamptz not null default platform.now(),
    foreign key (lot_id, replaced) references bidding.keyset (lot_id, digest),
    foreign key (lot_id, keyset) references bidding.keyset (lot_id, digest)
);
create index keyset_replacement_of_lot on bidding.keyset_replacement (lot_id, at);
create trigger keyset_replacement_is_frozen before update or delete on bidding.keyset_replacement
    for each row execute function bidding.keep_keyset();

-- The document that an envelope names, as its manifest says it (GOUFU-SEAL/1): for the few places that look without opening it.
create function bidding.sealed_to(manifest bytea) returns bytea
    language sql
    immutable
    as $$
    select decode(convert_from(decode(rpad(translate(core, '-_', '+/'), (length(core) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::jsonb
                      ->> 'keysetHash', 'hex')
      from (select convert_from(manifest, 'UTF8')::jsonb ->> 'core' as core) as written
$$;

-- Bids that lay in the box when its holders were replaced, and to whom they are sealed: whoever still stands there is asked to seal anew.
create table bidding.to_reseal (
    envelope uuid  primary key references bidding.envelope,
    lot      uuid  not null references bidding.box,
    body     uuid  not null,
    keyset   bytea not null
);
create index to_reseal_of_body on bidding.to_reseal (body);

-- At the opening each bid names the document whose holders open it.
alter table bidding.opened_bid add column keyset bytea;
update bidding.opened_bid b set keyset = k.digest from bidding.keyset k where k.lot_id = b.lot;

-- Of every lot the document that bids are sealed to now.
create view bidding.keyset_now as
select k.lot_id, k.version, k.document, k.purchase_id, k.department_id, k.title
  from bidding.keyset k
  left join bidding.box b on b.lot = k.lot_id
 where case when b.keyset is null then k.version = 1 else k.digest = b.keyset end;
