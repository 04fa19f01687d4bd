-- Prices that nobody explained until their bidders' time was over: of each the panel is told once, and whoever follows the lot hears it.
create table evaluation.unexplained (
    lot      uuid        not null references evaluation.evaluation,
    bid      uuid        not null,
    asked_at timestamptz not null,
    told_at  timestamptz not null default platform.now(),
    primary key (lot, bid, asked_at)
);
create trigger unexplained_moves after insert on evaluation.unexplained
    for each row execute function evaluation.tell_moved();
create index evaluation_at_prices on evaluation.evaluation (lot) where phase = 'PRICING';
