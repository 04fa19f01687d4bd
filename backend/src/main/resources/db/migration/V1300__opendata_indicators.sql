create schema opendata;

-- One row per body: the days on which it counts as what, drawn from the registry by news and again every night. Places are compared
-- by prefix, so they sort by bytes.
create table opendata.standing (
    body_id     uuid           primary key,
    region_code text collate "C" not null,
    kind        text           not null check (kind in ('LEGAL_PERSON', 'FEDERATION', 'FILED_GROUP')),
    on_record   datemultirange not null,
    active      datemultirange not null,
    serving     datemultirange not null,
    member      datemultirange not null
);
create index standing_of_region on opendata.standing (region_code);

-- The days for which counts are kept: today, and the first of each month of the last year. Pages see a day once it is counted.
create table opendata.day (
    day        date primary key,
    counted_at timestamptz
);

-- Counts of the places at which bodies stand; whatever lies above is summed up when it is asked for.
create table opendata.tally (
    day               date           not null references opendata.day on delete cascade,
    region_code       text collate "C" not null,
    registered        integer        not null,
    filed             integer        not null,
    active_registered integer        not null,
    active_filed      integer        not null,
    serving           integer        not null,
    unfederated       integer        not null,
    federations       integer        not null,
    primary key (day, region_code)
);
create index tally_of_region on opendata.tally (region_code);

-- Places of which a body changed since they were counted.
create table opendata.stale (
    region_code text collate "C" primary key
);
