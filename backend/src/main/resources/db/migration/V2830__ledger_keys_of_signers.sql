-- A body finds every key that was entered in its name, one that it does not know among them (decision 41). Acts on bids are in no index
-- more than before.
create index act_on_key_of_signer on ledger.act ((body::jsonb ->> 'body'), index)
    where kind in ('SIGNING_KEY_ENROLLED', 'SIGNING_KEY_REVOKED');
