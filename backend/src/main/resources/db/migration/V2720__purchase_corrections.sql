-- A correction that waits for the second person; content is what holds once it is published.
create table purchase.correction (
    purchase_id uuid        primary key references purchase.purchase,
    content     jsonb       not null,
    reason      text        not null,
    by_id       uuid        not null,
    by_name     text        not null,
    at          timestamptz not null default platform.now(),
    version     bigint      not null default 1
);

alter table purchase.act drop constraint act_act_check;
alter table purchase.act add constraint act_act_check
    check (act in ('CREATED', 'CHANGED', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'CORRECTED', 'AWARDED', 'TERMINATED'));

-- Which call a correction corrects; and of a call, how often that was done.
alter table purchase.notice add column corrects uuid references purchase.notice;
alter table purchase.notice add column corrections integer not null default 0;
create index notice_that_corrects on purchase.notice (corrects, published_at desc) where corrects is not null;

-- What was published never changes. Until when bids are taken is no text but a fact: a correction may put it off, never bring it
-- forward (domain.md 1.4, T11 to T14), and only what a correction says.
create function purchase.refuse_other_change() returns trigger
    language plpgsql
    as $$
begin
    if (to_jsonb(new) - array ['deadline', 'corrections']) is distinct from (to_jsonb(old) - array ['deadline', 'corrections'])
            or new.deadline is null or old.deadline is null or new.deadline < old.deadline then
        raise exception 'what was published never changes (%)', tg_table_name;
    end if;
    return new;
end $$;

drop trigger notice_is_immutable on purchase.notice;
create trigger notice_is_immutable before update on purchase.notice
    for each row execute function purchase.refuse_other_change();
create trigger notice_is_kept before delete on purchase.notice
    for each row execute function purchase.refuse_change();
drop trigger lot_is_immutable on purchase.lot;
create trigger lot_is_immutable before update on purchase.lot
    for each row execute function purchase.refuse_other_change();
create trigger lot_is_kept before delete on purchase.lot
    for each row execute function purchase.refuse_change();
