-- Who keeps the pool knows more of its people: a number to sign in with, how to reach them, where they come, whether they are drawn.
create sequence evaluation.pool_number;

drop index evaluation.pool_of_kind;
alter table evaluation.pool
    add column number       text,
    add column phone        text        not null default '',
    add column email        text,
    add column places       text[],
    add column state        text        not null default 'ACTIVE' check (state in ('ACTIVE', 'SUSPENDED', 'RETIRED')),
    add column state_reason text,
    add column version      bigint      not null default 1,
    add column changed_at   timestamptz not null default platform.now();

update evaluation.pool
   set number = 'zj' || lpad(cast(nextval('evaluation.pool_number') as text), 6, '0'),
       places = array[left(region_code, 2)],
       state = case when active then 'ACTIVE' else 'RETIRED' end;

alter table evaluation.pool
    alter column number set not null,
    alter column places set not null,
    drop column active,
    drop constraint pool_check,
    add constraint pool_kept_by check (
        case kind when 'EXPERT' then department_id is null when 'INTERNAL' then department_id is not null else true end),
    add constraint pool_number_once unique (number);
create index pool_of_kind on evaluation.pool (kind, state);
create index pool_of_department on evaluation.pool (department_id) where department_id is not null;

-- 实施条例 第9条 names the relations; the body's name is kept as it was when the relation was entered.
alter table evaluation.pool_tie
    add column name     text not null default '',
    add column relation text not null default 'EMPLOYED'
        check (relation in ('EMPLOYED', 'BOARD', 'CONTROL', 'FAMILY', 'OTHER'));
update evaluation.pool_tie t set name = b.name from organization.body b where b.id = t.body;

-- Each act with what stood there before; nobody takes one back.
create table evaluation.pool_change (
    account_id uuid        not null references evaluation.pool,
    version    bigint      not null,
    at         timestamptz not null default platform.now(),
    by_id      uuid        not null,
    by_name    text        not null,
    act        text        not null,
    reason     text,
    before     jsonb       not null,
    after      jsonb       not null,
    primary key (account_id, version)
);
create trigger pool_change_is_kept before update or delete on evaluation.pool_change
    for each row execute function evaluation.refuse_change();

-- A row of the pool with its relations side by side.
create view evaluation.pool_entry as
    select p.*, ties.bodies, ties.names, ties.relations, ties.untils
      from evaluation.pool p
     cross join lateral (select coalesce(array_agg(t.body order by t.body), '{}') as bodies,
                                coalesce(array_agg(t.name order by t.body), '{}') as names,
                                coalesce(array_agg(t.relation order by t.body), '{}') as relations,
                                coalesce(array_agg(t.until order by t.body), '{}') as untils
                           from evaluation.pool_tie t
                          where t.account_id = p.account_id) as ties;
