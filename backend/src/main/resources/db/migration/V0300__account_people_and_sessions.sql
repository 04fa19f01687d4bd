create schema account;

create table account.account (
    id              uuid        primary key,
    username        text        not null unique check (username = lower(username) and length(username) between 1 and 64),
    display_name    text        not null,
    roles           text[]      not null check (cardinality(roles) > 0),
    department_id   uuid,
    organization_id uuid,
    password_hash   text        not null,
    disabled_at     timestamptz,
    created_at      timestamptz not null default now()
);

-- A stolen copy of this table signs nobody in: it holds digests of the tokens only. Times are real ones, not the business clock's.
create table account.session (
    digest       bytea       primary key check (length(digest) = 32),
    account_id   uuid        not null references account.account on delete cascade,
    kind         text        not null check (kind in ('COOKIE', 'BEARER')),
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    expires_at   timestamptz not null
);

create index session_of_account on account.session (account_id);
create index session_by_expiry on account.session (expires_at);

-- One row per name that somebody failed to sign in with, known or not: a row must not tell that the name exists.
create table account.sign_in_failure (
    name_digest   bytea       primary key check (length(name_digest) = 32),
    failures      integer     not null,
    strikes       integer     not null default 0,
    window_start  timestamptz not null,
    blocked_until timestamptz
);

create index sign_in_failure_by_age on account.sign_in_failure (window_start);
