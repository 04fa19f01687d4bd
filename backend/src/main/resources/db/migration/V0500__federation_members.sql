create schema federation;

-- A federation stands for one street or township (街道社区社会组织联合会).
create table federation.federation (
    id          uuid primary key,
    street_code text not null check (street_code ~ '^\d{9}$')
);
create index federation_of_street on federation.federation (street_code);

create table federation.membership (
    id            uuid primary key,
    federation_id uuid        not null references federation.federation on delete cascade,
    member_id     uuid        not null,
    valid_from    date        not null,
    valid_to      date check (valid_to >= valid_from),
    -- The day on which the member's own contact agreed; without it the federation may not speak for the member.
    consented_on  date,
    known_at      timestamptz not null
);
create index membership_of_federation on federation.membership (federation_id);
create index membership_of_member on federation.membership (member_id);

-- What the member lets its federation bid for; empty arrays mean everything and everywhere.
create table federation.mandate (
    id             uuid primary key,
    membership_id  uuid        not null references federation.membership on delete cascade,
    categories     text[]      not null,
    amount_cap_fen bigint      not null check (amount_cap_fen > 0),
    places         text[]      not null,
    valid_from     date        not null,
    valid_to       date        not null check (valid_to >= valid_from),
    known_at       timestamptz not null,
    revoked_at     timestamptz
);
create index mandate_of_membership on federation.mandate (membership_id);
