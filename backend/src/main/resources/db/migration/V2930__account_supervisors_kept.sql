-- Who made a supervisor's account, handed out a code for it, or ended it: supervision is nobody's to give unseen. Real times, as in the rest of
-- this schema.
create table account.supervisor_deed (
    id         uuid        primary key,
    account_id uuid        not null references account.account,
    act        text        not null check (act in ('APPOINTED', 'INVITED', 'ENDED')),
    by_id      uuid        not null,
    by_name    text        not null,
    at         timestamptz not null default now()
);
create index supervisor_deed_of_account on account.supervisor_deed (account_id, id);

create function account.refuse_change() returns trigger
    language plpgsql
    as $$ begin raise exception 'what was done to an account stays on record (%)', tg_table_name; end $$;
create trigger supervisor_deed_is_immutable before update or delete on account.supervisor_deed
    for each row execute function account.refuse_change();
