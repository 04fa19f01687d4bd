-- What failed in an earlier stage has failed for good: the bidder had its time then. What fails in the one that is being opened, and not
-- by the bidder's fault, can be mended.
alter table bidding.opened_bid
    add column settled boolean not null default false,
    add column mendable boolean not null generated always as (coalesce(fault in ('HOLDERS', 'PLATFORM'), false) and not settled) stored;
