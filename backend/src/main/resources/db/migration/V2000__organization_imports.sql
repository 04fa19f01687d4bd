-- A file that a registrar imports: read, compared with the registry, looked at, and taken over as one act.
create table organization.import (
    id             uuid        primary key,
    kind           text        not null check (kind in ('REGISTER', 'ABNORMAL_LIST', 'SERIOUS_LIST')),
    state          text        not null check (state in ('READING', 'COMPARING', 'PREVIEW', 'REFUSED', 'APPLYING', 'APPLIED',
                                                         'UNDOING', 'UNDONE')),
    -- Whether it is applied without anybody looking: the nightly lists.
    unattended     boolean     not null default false,
    region_code    text        not null,
    by_id          uuid        not null,
    by_name        text        not null,
    file_id        uuid        not null,
    file_name      text        not null,
    file_size      bigint      not null,
    digest         text        not null,
    mapping        jsonb,
    -- Why the file was refused or the last step did not end as asked.
    problem        text,
    problem_values text[]      not null default '{}',
    done           integer     not null default 0,
    total          integer     not null default 0,
    new_rows       integer     not null default 0,
    changed_rows   integer     not null default 0,
    unchanged_rows integer     not null default 0,
    refused_rows   integer     not null default 0,
    undone_rows    integer     not null default 0,
    kept_rows      integer     not null default 0,
    created_at     timestamptz not null default platform.now(),
    applied_at     timestamptz,
    undone_at      timestamptz,
    version        bigint      not null default 1,
    -- Who works on it, and until when nobody else takes it over; real time.
    lease          uuid,
    due_at         timestamptz not null default clock_timestamp(),
    attempts       integer     not null default 0
);
create index import_of_region on organization.import (region_code text_pattern_ops, id desc);
create index import_of_digest on organization.import (digest);
create index import_at_work on organization.import (due_at) where state in ('READING', 'COMPARING', 'APPLYING', 'UNDOING');

-- What the file says, row by row, as it was understood; written once.
create table organization.import_row (
    import_id      uuid    not null references organization.import on delete cascade,
    number         integer not null,
    cells          text[]  not null,
    fields         jsonb   not null,
    name           text,
    credit_code    text,
    legacy_cert_no text,
    region_code    text    not null,
    -- Why it cannot be understood, cell by cell.
    problems       jsonb   not null,
    primary key (import_id, number)
);

-- What a row would do to the registry; written anew whenever it is compared.
create table organization.import_outcome (
    import_id       uuid    not null references organization.import on delete cascade,
    number          integer not null,
    outcome         text    not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    body_id         uuid,
    -- The body's version that the preview shows, and the one that the import made of it.
    body_version    bigint,
    applied_version bigint,
    -- By field: what stands there and what will.
    changes         jsonb   not null default '{}',
    -- Why a row that is understood cannot be taken over.
    conflict        text,
    conflict_value  text,
    -- Set when the import was undone: false where somebody changed the body since.
    undone          boolean,
    primary key (import_id, number)
);
create index import_outcome_by_kind on organization.import_outcome (import_id, outcome, number);

-- Which import added a fact, and which withdrew it: what undoing goes by.
alter table organization.fact
    add column import_id           uuid,
    add column withdrawn_import_id uuid;
create index fact_of_import on organization.fact (import_id) where import_id is not null;
create index fact_withdrawn_by_import on organization.fact (withdrawn_import_id) where withdrawn_import_id is not null;

alter table organization.body_change add column import_id uuid;

-- How the history of a body calls what an import calls a field.
create function organization.import_item(field text) returns text language sql immutable parallel safe as $$
    select case field when 'NAME' then 'name'
                      when 'CREDIT_CODE' then 'creditCode'
                      when 'LEGACY_CERT_NO' then 'legacyCertNo'
                      when 'LEGAL_FORM' then 'legalForm'
                      when 'ADDRESS' then 'address'
                      when 'SCOPE' then 'businessScope'
                      when 'AUTHORITY' then 'registrationAuthority'
                      when 'FOUNDED_ON' then 'foundedOn'
                      when 'CAPITAL' then 'fundsFen'
                      when 'HEAD' then 'head'
                      when 'STATUS' then 'status'
                      else field end
$$;

-- One instance at a time looks into the folder of nightly lists.
create table organization.import_folder (
    only_row boolean     primary key default true check (only_row),
    due_at   timestamptz not null default clock_timestamp()
);
insert into organization.import_folder default values;
