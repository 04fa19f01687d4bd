create schema organization;

create table organization.department (
    id             uuid primary key,
    name           text   not null unique,
    credit_code    text   not null unique,
    region_code    text   not null,
    purchaser_type text   not null,
    address        text   not null,
    phone          text   not null,
    version        bigint not null default 1
);

create table organization.body (
    id             uuid primary key,
    name           text   not null,
    kind           text   not null check (kind in ('LEGAL_PERSON', 'FEDERATION', 'FILED_GROUP')),
    legal_form     text check (legal_form in ('ASSOCIATION', 'SERVICE_INSTITUTION', 'FOUNDATION')),
    credit_code    text unique,
    filing_number  text unique,
    region_code    text   not null,
    founded_on     date,
    business_scope text   not null,
    address        text   not null,
    version        bigint not null default 1,
    -- Registration gives personality and a credit code, filing gives neither (民法典 第103条).
    check ((kind = 'FILED_GROUP') = (legal_form is null)),
    check ((kind = 'FILED_GROUP') = (credit_code is null)),
    check ((kind = 'FILED_GROUP') = (filing_number is not null))
);

-- What is on record about a body: when it holds (both days included), and when the platform learnt of it or of its being wrong.
create table organization.fact (
    id           uuid primary key,
    body_id      uuid        not null references organization.body on delete cascade,
    kind         text        not null,
    value        text        not null,
    number       bigint      not null default 0,
    valid_from   date        not null,
    valid_to     date check (valid_to >= valid_from),
    known_at     timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= known_at),
    source       text        not null
);
create index fact_of_body on organization.fact (body_id);

-- Where a body wants to be told of lots; without a row: its county.
create table organization.tell_place (
    body_id     uuid not null references organization.body on delete cascade,
    region_code text not null,
    primary key (body_id, region_code)
);
