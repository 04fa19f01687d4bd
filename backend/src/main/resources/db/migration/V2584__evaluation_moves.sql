-- Whoever has a part in an evaluation hears that it moved: at each of its steps, and when a sheet is signed; never while one is written.
create function evaluation.tell_moved() returns trigger
    language plpgsql
    as $$ begin perform pg_notify('evaluation', new.lot::text); return null; end $$;

create trigger evaluation_moves after insert or update on evaluation.evaluation
    for each row execute function evaluation.tell_moved();
create trigger sheet_moves after update on evaluation.sheet
    for each row when (old.document ->> 'signed' is distinct from new.document ->> 'signed')
    execute function evaluation.tell_moved();
