-- What was done to something of no purchase, such as a key: each act of it names the one before.
create index act_of_nobody on ledger.act (subject, index) where purchase is null;
