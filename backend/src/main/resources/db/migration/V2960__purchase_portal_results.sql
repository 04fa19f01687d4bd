-- The result of a lot whose bids were given on the statutory medium, waiting for the second person (product.md 12).
-- A version is never given twice: whoever looked at one and decides later must not meet another under its number.
create sequence purchase.portal_result_version;

create table purchase.portal_result (
    lot_id      uuid        primary key references purchase.lot,
    content     jsonb       not null,
    authors     uuid[]      not null,
    by_name     text        not null,
    at          timestamptz not null,
    returned    text,
    returned_by text,
    version     bigint      not null default nextval('purchase.portal_result_version'),
    check ((returned is null) = (returned_by is null))
);
