create schema notification;

-- Who was told in one go; the rows of the batch say in which order.
create table notification.batch (
    id      uuid primary key,
    kind    text        not null,
    lot_id  uuid,
    told_at timestamptz not null,
    told    int         not null
);

-- Rows get their ids under an advisory lock that lasts until commit, so the order of ids is the order of commits and a stream
-- that resumes after an id misses nothing.
create table notification.inbox (
    id           bigint generated always as identity primary key,
    recipient_id uuid        not null, -- a body or a department
    kind         text        not null check (kind in ('match', 'notice', 'correction', 'deadline', 'bid')),
    notice_id    uuid,
    purchase_id  uuid        not null,
    lot_id       uuid,
    title        text        not null,
    reasons      jsonb       not null,
    at           timestamptz not null,
    read_at      timestamptz,
    batch_id     uuid        not null,
    batch_seq    int         not null
);

-- A body is told of a lot once, however often the news arrives.
create unique index inbox_match_once on notification.inbox (recipient_id, lot_id) where kind = 'match';
create unique index inbox_batch_order on notification.inbox (batch_id, batch_seq);
create index inbox_of_recipient on notification.inbox (recipient_id, id desc);
create index inbox_unread on notification.inbox (recipient_id) where read_at is null;
