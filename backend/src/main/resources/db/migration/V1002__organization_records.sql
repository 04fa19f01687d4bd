-- What a registration certificate says besides the name (社会团体登记管理条例 第12条, 民办非企业单位登记管理暂行条例 第12条).
alter table organization.body
    add column legacy_cert_no         text,
    add column registration_authority text,
    -- Items that only some legal forms have; see the record Registration.
    add column registration           jsonb not null default '{}';

create index body_of_region on organization.body (region_code text_pattern_ops);
create index body_of_name on organization.body (name);
create index body_of_legacy_cert_no on organization.body (legacy_cert_no) where legacy_cert_no is not null;

-- A row stays as it was written: a fact that changes is withdrawn and another one added, so what was known on a day can be told for
-- ever. Only the withdrawal and the confirmation are written later, each once.
alter table organization.fact
    add column origin            text not null default 'DEMO' check (origin in ('REGISTRAR', 'SELF', 'IMPORT', 'DEMO')),
    add column evidence_id       uuid,
    add column recorded_by       uuid,
    add column recorded_by_name  text,
    add column confirmed_at      timestamptz,
    add column confirmed_by      uuid,
    add column confirmed_by_name text,
    add column withdrawn_by      uuid,
    add column withdrawn_by_name text,
    add column withdrawn_reason  text,
    add check ((confirmed_at is null) = (confirmed_by is null)),
    add check (origin in ('IMPORT', 'DEMO') or recorded_by is not null);
alter table organization.fact alter column origin drop default;

-- Self-declared and not looked at yet: the registrars' list.
create index fact_to_confirm on organization.fact (body_id)
    where origin = 'SELF' and confirmed_at is null and withdrawn_at is null;

create function organization.keep_fact() returns trigger language plpgsql as $$
begin
    if (old.id, old.body_id, old.kind, old.value, old.number, old.valid_from, old.known_at, old.source, old.origin)
        is distinct from
       (new.id, new.body_id, new.kind, new.value, new.number, new.valid_from, new.known_at, new.source, new.origin)
        or old.valid_to is distinct from new.valid_to
        or old.evidence_id is distinct from new.evidence_id
        or old.recorded_by is distinct from new.recorded_by
        or (old.withdrawn_at is not null and old.withdrawn_at is distinct from new.withdrawn_at)
        or (old.confirmed_at is not null and old.confirmed_at is distinct from new.confirmed_at) then
        raise exception 'a fact never changes: withdraw it and add another';
    end if;
    return new;
end $$;
create trigger fact_never_changes before update on organization.fact
    for each row execute function organization.keep_fact();

-- Who did what to a body when, with what stood before: one row per version, for ever.
create table organization.body_change (
    body_id uuid        not null references organization.body on delete cascade,
    version bigint      not null,
    at      timestamptz not null,
    by_id   uuid        not null,
    by_name text        not null,
    act     text        not null,
    before  jsonb       not null,
    after   jsonb       not null,
    primary key (body_id, version)
);
