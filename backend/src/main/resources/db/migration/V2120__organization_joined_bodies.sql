-- A registration that turned out to be a filed group's own: the group goes on under its id with what was registered, and what stood
-- here before stays readable, with its facts and its history.
create table organization.joined_body (
    id        uuid        primary key,
    joined_to uuid        not null references organization.body on delete cascade,
    at        timestamptz not null default platform.now(),
    by_id     uuid        not null,
    by_name   text        not null,
    record    jsonb       not null,
    facts     jsonb       not null,
    history   jsonb       not null
);
create index joined_body_of on organization.joined_body (joined_to);

-- Why undoing left a body as it was: somebody changed it, joined it with its filing, or rests on it.
alter table organization.import_outcome
    add column kept_for text check (kept_for in ('CHANGED', 'JOINED', 'ACCOUNT', 'MEMBERSHIP', 'TOLD'));
update organization.import_outcome set kept_for = 'CHANGED' where not undone;
alter table organization.import_outcome add check (undone is null or undone = (kept_for is null));
