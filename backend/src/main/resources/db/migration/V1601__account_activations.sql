-- A code with which a person opens an account or renews a forgotten password: one for each account, used once. A stolen copy of
-- this table opens nothing: it holds digests only. An account whose password_hash is empty has never been opened.
create table account.activation (
    account_id  uuid        primary key references account.account on delete cascade,
    code_digest bytea       not null unique check (length(code_digest) = 32),
    expires_at  timestamptz not null
);
create index account_of_organization on account.account (organization_id) where organization_id is not null;
