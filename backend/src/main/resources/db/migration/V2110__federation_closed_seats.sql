-- Who closed a federation, how its legal person goes on, and why.
alter table federation.federation
    add column closed_by      uuid,
    add column closed_by_name text,
    add column closed_as      text check (closed_as in ('STANDS_DOWN', 'CANCELLED', 'REVOKED')),
    add column closed_reason  text,
    add check ((closed_at is null) = (closed_as is null));

-- A seat that ended and was taken again by the same association: when it stood for which street, for ever.
create table federation.past_seat (
    federation_id  uuid        not null,
    street_code    text        not null,
    registered_at  timestamptz not null,
    closed_at      timestamptz not null,
    closed_by      uuid        not null,
    closed_by_name text        not null,
    closed_as      text        not null,
    closed_reason  text        not null,
    primary key (federation_id, closed_at)
);
create index past_seat_of_street on federation.past_seat (street_code);
