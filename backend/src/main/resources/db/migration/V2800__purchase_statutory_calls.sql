-- A project that the statutory medium runs carries the code that it has there; a call anew may carry the same one, and a code may be
-- mistyped: only the numbers that the platform gives itself are unique.
alter table purchase.purchase drop constraint purchase_number_key;
create index purchase_by_number on purchase.purchase (number);

-- What follows a call above the purchase limit is published by the statutory medium first, too.
alter table purchase.correction add column official jsonb;
alter table purchase.termination add column official jsonb;
