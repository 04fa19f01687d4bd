-- Where a body sees the keys that sign in its name, and a group what became of its part in a bid.
alter table notification.inbox drop constraint inbox_place_check;
alter table notification.inbox add constraint inbox_place_check
    check (place in ('opening', 'evaluation', 'desk', 'debrief', 'result', 'consents', 'keys'));
