-- Since when the platform has had the entry, so that a verdict as of an earlier day does not know it (product.md 4).
alter table organization.body add column known_at timestamptz;
update organization.body b
   set known_at = coalesce((select min(f.known_at) from organization.fact f where f.body_id = b.id), platform.now());
alter table organization.body alter column known_at set default platform.now(), alter column known_at set not null;

-- How an entry read until it was changed, as far as verdicts rest on it. The newest state stands in body.
create table organization.body_past (
    body_id       uuid        not null references organization.body on delete cascade,
    until         timestamptz not null,
    name          text        not null,
    kind          text        not null,
    legal_form    text,
    credit_code   text,
    filing_number text,
    region_code   text        not null,
    founded_on    date,
    primary key (body_id, until)
);

-- A trigger, so that no way of changing an entry, an import's as little as a hand's, can forget what was before.
create function organization.keep_entry() returns trigger language plpgsql as $$
begin
    insert into organization.body_past
           (body_id, until, name, kind, legal_form, credit_code, filing_number, region_code, founded_on)
    values (old.id, platform.now(), old.name, old.kind, old.legal_form, old.credit_code, old.filing_number,
            old.region_code, old.founded_on);
    return null;
end $$;
create trigger entry_is_kept after update on organization.body
    for each row
    when ((old.name, old.kind, old.legal_form, old.credit_code, old.filing_number, old.region_code, old.founded_on)
          is distinct from
          (new.name, new.kind, new.legal_form, new.credit_code, new.filing_number, new.region_code, new.founded_on))
    execute function organization.keep_entry();
