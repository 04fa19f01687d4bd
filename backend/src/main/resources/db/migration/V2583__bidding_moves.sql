-- Whoever follows an opening hears that it moved. Of a box nothing is said: before the opening begins there is no row in any of these.
create function bidding.tell_moved() returns trigger
    language plpgsql
    as $$ begin perform pg_notify('opening', new.lot::text); return null; end $$;

create function bidding.tell_holder_moved() returns trigger
    language plpgsql
    as $$
begin
    perform pg_notify('opening', s.lot::text) from bidding.opening_stage s where s.id = new.stage;
    return null;
end $$;

create trigger opening_moves after insert or update on bidding.opening
    for each row execute function bidding.tell_moved();
create trigger opening_stage_moves after insert or update on bidding.opening_stage
    for each row execute function bidding.tell_moved();
create trigger opened_bid_moves after update on bidding.opened_bid
    for each row execute function bidding.tell_moved();
create trigger opening_word_moves after insert on bidding.opening_word
    for each row execute function bidding.tell_moved();
create trigger opening_holder_moves after insert on bidding.opening_holder
    for each row execute function bidding.tell_holder_moved();
