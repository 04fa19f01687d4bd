-- A message may be about a body itself: what is on record about it runs out.
alter table notification.inbox add column body_id uuid;
alter table notification.inbox drop constraint inbox_check;
alter table notification.inbox
    add check (purchase_id is not null or membership_id is not null or body_id is not null);
