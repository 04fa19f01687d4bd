-- The filing of a group from the application to its end; the group itself enters organization.body under the same id when it is filed.
create table organization.filing (
    id             uuid primary key,
    state          text        not null check (state in ('APPLIED', 'COMMUNITY_OPINION', 'STREET_REVIEW', 'FILED_ACTIVE',
                                                         'DORMANT', 'REVOKED', 'CANCELLED', 'REGISTERED')),
    name           text        not null,
    community_code text        not null check (community_code ~ '^(\d{9}|\d{12})$'),
    leader_name    text,
    number         text unique,
    filed_on       date,
    valid_to       date,
    -- What is written about the group and how it came so far; see the records FilingRecord and Filing.Course.
    record         jsonb       not null,
    course         jsonb       not null,
    asked          text check (asked in ('CHANGE', 'CONFIRMATION')),
    version        bigint      not null default 1,
    updated_at     timestamptz not null default platform.now(),
    check (state not in ('FILED_ACTIVE', 'DORMANT', 'REVOKED', 'REGISTERED') or (number is not null and filed_on is not null))
);
create index filing_of_place on organization.filing (community_code text_pattern_ops, id);
create index filing_of_name on organization.filing (community_code, name);
create index filing_on_its_way on organization.filing (community_code text_pattern_ops, id)
    where state in ('APPLIED', 'COMMUNITY_OPINION', 'STREET_REVIEW') or asked is not null;
create index filing_ending on organization.filing (valid_to, id) where state = 'FILED_ACTIVE';
create index filing_of_leader on organization.filing (leader_name) where leader_name is not null;

-- Who did what to a filing when, with what stood before: one row per version, for ever.
create table organization.filing_act (
    filing_id uuid        not null references organization.filing on delete cascade,
    version   bigint      not null,
    at        timestamptz not null default platform.now(),
    by_id     uuid        not null,
    by_name   text        not null,
    act       text        not null,
    reason    text,
    before    jsonb       not null,
    after     jsonb       not null,
    primary key (filing_id, version)
);

-- The last number that a street gave in a year: BA-{street}-{year}-{serial}.
create table organization.filing_serial (
    street_code text    not null check (street_code ~ '^\d{9}$'),
    year        integer not null,
    last        integer not null check (last > 0),
    primary key (street_code, year)
);

-- What a place asks for before it files a group (domain.md 2.3); the nearest place above that has a row decides.
create table organization.filing_rule (
    region_code    text primary key check (region_code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
    min_members    integer not null check (min_members > 0),
    papers         text[]  not null,
    validity_years integer not null check (validity_years > 0),
    authority      text    not null,
    -- Whether somebody has read it in the place's own document.
    verified       boolean not null default false
);
insert into organization.filing_rule (region_code, min_members, papers, validity_years, authority)
values ('51', 5, '{FORM,CHARTER,LEADER_ID,VENUE}', 1, '街道办事处（乡镇人民政府）');
