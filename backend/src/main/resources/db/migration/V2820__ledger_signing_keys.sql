-- Whoever enrols a key to sign by is about to bid: nothing of that is public but the commitment, except in the bundle of a purchase for
-- which a bid was opened that the key signed.
alter table ledger.act drop constraint act_is_blinded;
alter table ledger.act add constraint act_is_blinded check (
    kind not in ('BID_SUBMITTED', 'BID_REPLACED', 'BID_WITHDRAWN', 'BOX_SEALED', 'SCORES_SIGNED',
                 'SIGNING_KEY_ENROLLED', 'SIGNING_KEY_REVOKED')
    or revealed = (revealed_by is not null));
