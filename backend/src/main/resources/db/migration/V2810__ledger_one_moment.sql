-- As before (V2300), but the clock is read once for all acts that are entered together: by the column's default it was for each.
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
         where not exists (select from ledger.act where act.kind = given.kind and act.subject = given.subject)
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
