-- A message may be about a membership instead of a purchase.
alter table notification.inbox
    alter column purchase_id drop not null,
    add column membership_id uuid,
    add check (purchase_id is not null or membership_id is not null);
