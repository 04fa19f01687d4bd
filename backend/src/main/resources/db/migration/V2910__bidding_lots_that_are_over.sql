-- Lots that their departments terminated: their boxes take nothing more in, and what is sealed in them stays so. A box itself never changes
-- but by its sealing.
create table bidding.lot_over (
    lot uuid        primary key,
    at  timestamptz not null default platform.now()
);
create trigger lot_over_moves after insert on bidding.lot_over
    for each row execute function bidding.tell_moved();

alter table bidding.opening drop constraint opening_state_check;
alter table bidding.opening add constraint opening_state_check check (state in
    ('SEAL_CHECK', 'OPENING', 'TECHNICAL_OPENED', 'PRICES_ALLOWED', 'OPENING_PRICES', 'OPENED', 'FAILED_TOO_FEW', 'ENDED'));
