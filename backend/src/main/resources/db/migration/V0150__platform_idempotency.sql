-- What a creating request answered, so that the same key gives the same answer again.
-- RUNNING: nothing is committed yet. DONE: committed, in the same transaction as the deed. ANSWERED: the answer is known too.
create table platform.idempotency_key (
    owner          text        not null,
    key            text        not null,
    request_digest bytea       not null check (length(request_digest) = 32),
    claim          uuid        not null unique,
    state          text        not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'ANSWERED')),
    lease_until    timestamptz not null,
    status         integer,
    content_type   text,
    location       text,
    etag           text,
    body           bytea,
    created_at     timestamptz not null default now(),
    primary key (owner, key)
);

create index idempotency_key_by_age on platform.idempotency_key (created_at);
