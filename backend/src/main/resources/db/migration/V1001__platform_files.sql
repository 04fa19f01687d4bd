-- Files that people hand in. What is in them stands in pieces, so that nobody ever holds a whole one in memory.
create table platform.file (
    id               uuid        primary key,
    name             text        not null check (length(name) between 1 and 200),
    uploaded_by      uuid        not null,
    uploaded_by_name text        not null,
    uploaded_at      timestamptz not null default platform.now(),
    -- Null until the last piece has arrived.
    kind             text,
    size             bigint check (size > 0),
    digest           bytea check (length(digest) = 32),
    -- Whether another module has taken it over; what nobody takes over is swept after a day of real time.
    kept             boolean     not null default false,
    created_at       timestamptz not null default clock_timestamp(),
    check ((size is null) = (digest is null) and (size is null) = (kind is null)),
    check (not kept or size is not null)
);
create index file_not_kept on platform.file (created_at) where not kept;

create table platform.file_piece (
    file_id uuid    not null references platform.file on delete cascade,
    number  integer not null check (number >= 0),
    content bytea   not null check (length(content) between 1 and 262144),
    primary key (file_id, number)
);
-- Photographs and PDF files are compressed already.
alter table platform.file_piece alter column content set storage external;
