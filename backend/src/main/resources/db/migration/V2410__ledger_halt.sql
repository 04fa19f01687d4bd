-- Why nothing may be entered now: the log is not the one whose heads were signed, or not in itself what it was.
create table ledger.halt (
    single   boolean     primary key default true check (single),
    reason   text        not null,
    head     text,
    found_at timestamptz not null default clock_timestamp()
);

-- Whoever appends, by whatever way: a log that goes on from an old backup would be a second one under the same name.
create function ledger.refuse_while_halted() returns trigger
    language plpgsql
    as $$
declare
    why text;
begin
    select reason into why from ledger.halt;
    if found then
        raise exception 'the ledger is halted: %', why using errcode = 'GF001';
    end if;
    return null;
end $$;
create trigger entry_is_not_added_while_halted before insert on ledger.entry
    for each statement execute function ledger.refuse_while_halted();
