create schema ledger;

-- The tree from the outside: how many leaves, and the full subtrees that it is made of, the largest first. Its row's lock makes the
-- order of the entries; whoever appends takes it last and holds it until the commit.
create table ledger.head (
    single  boolean     primary key default true check (single),
    size    bigint      not null default 0,
    peaks   bytea[]     not null default '{}',
    last_at timestamptz not null default clock_timestamp()
);
insert into ledger.head default values;

-- What anybody may see from the first day: commitments, in order.
create table ledger.entry (
    index      bigint primary key check (index >= 0),
    commitment bytea  not null check (octet_length(commitment) = 32)
);

-- What was committed to. An act that nobody may know of yet is entered all the same and revealed later.
create table ledger.act (
    index      bigint      primary key references ledger.entry,
    kind       text        not null,
    subject    uuid        not null,
    purchase   uuid        not null,
    salt       bytea       not null check (octet_length(salt) = 32),
    body       text        not null,
    entered_at timestamptz not null default platform.now(),
    revealed   boolean     not null,
    unique (kind, subject)
);
create index act_of_purchase on ledger.act (purchase, index);

-- Full subtrees of 256, 65,536, ... leaves: what a proof needs of a large tree without reading its leaves.
create table ledger.subtree (
    level integer not null check (level > 0 and level % 8 = 0),
    index bigint  not null,
    hash  bytea   not null check (octet_length(hash) = 32),
    primary key (level, index)
);

-- Signed heads, as they were given out.
create table ledger.checkpoint (
    size      bigint      primary key,
    note      text        not null,
    signed_at timestamptz not null default clock_timestamp()
);

create function ledger.refuse_change() returns trigger
    language plpgsql
    as $$ begin raise exception 'what stands in the ledger never changes (%)', tg_table_name; end $$;

create trigger entry_is_immutable before update or delete on ledger.entry
    for each row execute function ledger.refuse_change();
create trigger entry_is_not_truncated before truncate on ledger.entry
    for each statement execute function ledger.refuse_change();
create trigger act_is_kept before delete on ledger.act
    for each row execute function ledger.refuse_change();
create trigger act_is_only_revealed before update on ledger.act
    for each row when (new.revealed is not true or (new.index, new.kind, new.subject, new.purchase, new.salt, new.body, new.entered_at)
                           is distinct from (old.index, old.kind, old.subject, old.purchase, old.salt, old.body, old.entered_at))
    execute function ledger.refuse_change();
create trigger act_is_not_truncated before truncate on ledger.act
    for each statement execute function ledger.refuse_change();
create trigger subtree_is_immutable before update or delete on ledger.subtree
    for each row execute function ledger.refuse_change();
create trigger subtree_is_not_truncated before truncate on ledger.subtree
    for each statement execute function ledger.refuse_change();
create trigger checkpoint_is_immutable before update or delete on ledger.checkpoint
    for each row execute function ledger.refuse_change();
create trigger checkpoint_is_not_truncated before truncate on ledger.checkpoint
    for each statement execute function ledger.refuse_change();

-- Appends acts in the given order and answers how many were new; an act that already stands keeps its place. The hashing is that of
-- RFC 9162 2.1.1, the commitment that of org.goufu.ledger.domain.Entry. Salts come in hexadecimal.
create function ledger.append(kinds text[], subjects uuid[], purchases uuid[], salts text[], bodies text[], reveal boolean)
    returns bigint
    language plpgsql
    as $$
declare
    tree   ledger.head;
    before bigint;
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
    with given as (
        select distinct on (kind, subject) *
          from unnest(kinds, subjects, purchases, salts, bodies)
                   with ordinality as given (kind, subject, purchase, salt, body, place)
         where not exists (select from ledger.act where act.kind = given.kind and act.subject = given.subject)
         order by kind, subject, place),
    fresh as (
        select before + row_number() over (order by place) - 1 as at, kind, subject, purchase, decode(salt, 'hex') as salt, body
          from given),
    entered as (
        insert into ledger.entry (index, commitment)
        select at, sha256('goufu-log/1'::bytea || salt || convert_to(body, 'UTF8')) from fresh)
    insert into ledger.act (index, kind, subject, purchase, salt, body, revealed)
    select at, kind, subject, purchase, salt, body, reveal from fresh;
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
