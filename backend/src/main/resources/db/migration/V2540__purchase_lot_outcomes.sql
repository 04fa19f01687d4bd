-- What became of each lot; a notice's own outcome follows when all its lots are decided.
create table purchase.lot_outcome (
    lot_id     uuid        primary key references purchase.lot,
    outcome    text        not null check (outcome in ('AWARDED', 'TERMINATED')),
    notice_id  uuid        not null references purchase.notice,
    decided_at timestamptz not null
);

create trigger lot_outcome_is_immutable before update or delete on purchase.lot_outcome
    for each row execute function purchase.refuse_change();
create trigger lot_outcome_is_not_truncated before truncate on purchase.lot_outcome
    for each statement execute function purchase.refuse_change();

-- A termination that waits for the second person. One that the platform prepared has no person.
create table purchase.termination (
    lot_id      uuid        primary key references purchase.lot,
    reason      text        not null,
    explanation text        not null,
    by_id       uuid,
    by_name     text,
    at          timestamptz not null default platform.now(),
    version     bigint      not null default 1,
    check ((by_id is null) = (by_name is null))
);

alter table purchase.act drop constraint act_act_check;
alter table purchase.act add constraint act_act_check
    check (act in ('CREATED', 'CHANGED', 'SUBMITTED', 'RETURNED', 'PUBLISHED', 'AWARDED', 'TERMINATED'));
