create schema reference;

create table reference.region (
    code   text primary key check (code ~ '^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$'),
    parent text references reference.region deferrable initially deferred,
    level  smallint not null check (level between 1 and 5),
    name   text     not null
);

-- mark: M from memory, M? unsure, D the platform's own (domain.md 0.1); verified: a person compared it with the official catalogue.
create table reference.service_category (
    code     text primary key check (code ~ '^[AB](\d{2}(\d{2}(-\d{2})?)?)?$'),
    parent   text references reference.service_category deferrable initially deferred,
    level    smallint not null check (level between 1 and 4),
    name     text     not null,
    mark     text     not null,
    verified boolean  not null
);

-- Only the exceptions: weekday holidays and weekend workdays. Every other Monday to Friday is a workday (domain.md 1.5).
create table reference.work_day (
    day        date primary key,
    is_workday boolean not null,
    official   boolean not null
);

-- Amounts that decide the procedure, by region and date; the longest matching region code wins (政府采购法 第7、8、27条).
create table reference.procurement_threshold (
    region_code text    not null,
    level       text    not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    object      text    not null check (object in ('SERVICE', 'GOODS', 'WORKS')),
    kind        text    not null check (kind in ('PURCHASE_LIMIT', 'OPEN_TENDER')),
    amount_fen  bigint  not null check (amount_fen > 0),
    valid_from  date    not null,
    valid_to    date,
    document    text    not null,
    verified    boolean not null,
    primary key (region_code, level, object, kind, valid_from)
);

-- Sichuan's current catalogue could not be read: these stand until a person enters the official amounts (domain.md 1.3).
insert into reference.procurement_threshold
    (region_code, level, object, kind, amount_fen, valid_from, document, verified)
select '51', level, 'SERVICE', kind, amount_fen, date '2020-01-01', '四川省政府集中采购目录及标准（待核对）', false
  from unnest(array ['PROVINCE', 'CITY', 'COUNTY']) as level,
       (values ('PURCHASE_LIMIT', 50000000), ('OPEN_TENDER', 400000000)) as amount (kind, amount_fen);

-- What the tables were filled from, so that pages can be cached and a reader can ask how old they are.
create table reference.import (
    name        text primary key,
    digest      text        not null,
    imported_at timestamptz not null default clock_timestamp()
);
