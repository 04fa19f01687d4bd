-- Work that every business day brings: how far it is done, and which instance is at it.
create table platform.day_turn (
    work         text primary key,
    done_on      date not null,
    -- The day that is being worked through, and the last id that is done with; null between two turns.
    turning_to   date,
    reached      uuid,
    holder       uuid,
    leased_until timestamptz
);
