-- SHA-256 of an attachment, found when the envelope was opened: two bidders with one file are found without reading either again.
alter table bidding.opened_key add column digest bytea check (octet_length(digest) = 32);

-- From where a body last gave its bid for a lot (令87 第37条): a keyed hash that says nothing without the platform's key, differs from lot
-- to lot, and is compared with others only after the opening. The address itself is written nowhere.
create table bidding.origin (
    lot  uuid  not null references bidding.box,
    body uuid  not null,
    mark bytea not null check (octet_length(mark) = 32),
    primary key (lot, body)
);
