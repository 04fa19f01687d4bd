-- What waits for whom is found without walking through what is over.
create index keyset_of_department on bidding.keyset (department_id);
create index opening_prices_allowed on bidding.opening (department) where state = 'PRICES_ALLOWED';
create index opening_stage_ungathered on bidding.opening_stage (lot) where gathered_at is null;
create index opened_bid_of_body on bidding.opened_bid (body);
