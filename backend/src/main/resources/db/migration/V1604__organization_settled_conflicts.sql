-- What seemed to be a conflict, who looked at it, and why it is none: for exactly these bodies.
create table organization.settled_conflict (
    matter  text        not null,
    bodies  uuid[]      not null,
    reason  text        not null,
    by_id   uuid        not null,
    by_name text        not null,
    at      timestamptz not null default platform.now(),
    primary key (matter, bodies)
);
