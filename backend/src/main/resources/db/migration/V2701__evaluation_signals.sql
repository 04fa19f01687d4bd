-- What machines found when they held the opened bids of a lot against each other (令87 第37条), as one document: evidence for the panel.
-- It quotes bids, so it lies wrapped under the platform's key as they do.
create table evaluation.signals (
    lot      uuid        primary key,
    document bytea       not null,
    found_at timestamptz not null default platform.now()
);

create function evaluation.tell_found() returns trigger
    language plpgsql
    as $$ begin perform pg_notify('evaluation', new.lot::text); return null; end $$;

create trigger signals_move after insert or update on evaluation.signals
    for each row execute function evaluation.tell_found();
