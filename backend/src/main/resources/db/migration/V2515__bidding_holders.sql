-- The boxes may stand already.
create schema if not exists bidding;

-- The public halves of the keys with which people open bids. The secret halves have never been here.
create table bidding.holder_key (
    id            uuid        primary key,
    kid           text        not null unique check (kid ~ '^[0-9a-f]{32}$'),
    public_key    bytea       not null check (octet_length(public_key) = 65),
    holder_group  text        not null check (holder_group in ('DEPARTMENT', 'SUPERVISION')),
    owner_id      uuid        not null,
    owner         text        not null,
    department_id uuid        check ((department_id is not null) = (holder_group = 'DEPARTMENT')),
    state         text        not null check (state in ('PROPOSED', 'PROVEN', 'ENROLLED', 'REVOKED')),
    approver      text,
    proposed_at   timestamptz not null default platform.now(),
    enrolled_at   timestamptz,
    revoked_at    timestamptz,
    version       bigint      not null default 1
);
create index holder_key_of_department on bidding.holder_key (department_id);
create index holder_key_of_owner on bidding.holder_key (owner_id);

-- Dummy envelopes that owners open: when a key is new, and in rehearsals.
create table bidding.challenge (
    id          uuid        primary key,
    key_id      uuid        not null references bidding.holder_key,
    purpose     text        not null check (purpose in ('PROOF', 'REHEARSAL')),
    enc         bytea       not null,
    ciphertext  bytea       not null,
    answer      bytea       not null check (octet_length(answer) = 32),
    asked_at    timestamptz not null default platform.now(),
    answered_at timestamptz
);
create index challenge_of_key on bidding.challenge (key_id, answered_at);

-- Whether a department wants a supervisor to open with it, where the law does not.
create table bidding.department_choice (
    department_id uuid        primary key,
    supervision   boolean     not null,
    chosen_by     text        not null,
    chosen_at     timestamptz not null default platform.now()
);

-- To whom a lot's bids are sealed, as the exact bytes that bidders were given. The deadline is the one of that day: later corrections only
-- move it away.
create table bidding.keyset (
    lot_id        uuid        primary key,
    document      bytea       not null,
    purchase_id   uuid        not null,
    department_id uuid        not null,
    title         text        not null,
    deadline      timestamptz,
    frozen_at     timestamptz not null default platform.now()
);
create index keyset_by_deadline on bidding.keyset (deadline);

create table bidding.keyset_member (
    lot_id uuid not null references bidding.keyset,
    kid    text not null,
    primary key (lot_id, kid)
);

-- Of which lots the department was told that some of its people have not rehearsed.
create table bidding.rehearsal_reminder (
    lot_id      uuid        primary key references bidding.keyset,
    reminded_at timestamptz not null default platform.now()
);

create function bidding.keep_keyset() returns trigger
    language plpgsql
    as $$ begin raise exception 'to whom bids are sealed never changes (%)', tg_table_name; end $$;

create trigger keyset_is_frozen before update or delete on bidding.keyset
    for each row execute function bidding.keep_keyset();
create trigger keyset_member_is_frozen before update or delete on bidding.keyset_member
    for each row execute function bidding.keep_keyset();
