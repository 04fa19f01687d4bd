-- What becomes of bids is told by kinds of its own, says at which page one acts, and may be for one person alone: then the recipient
-- is the account.
alter table notification.inbox drop constraint inbox_kind_check;
alter table notification.inbox
    add check (kind in ('match', 'notice', 'correction', 'deadline', 'bid', 'opening', 'evaluation')),
    add column place text check (place in ('opening', 'evaluation', 'desk', 'debrief', 'result'));

-- Who was told of a lot is told of its result, too.
create index batch_of_lot on notification.batch (lot_id) where kind = 'match';
