-- An act that is nobody's purchase, such as the enrolment of a key.
alter table ledger.act alter column purchase drop not null;

-- The later act that made a blinded one public; none for what was public from the start.
alter table ledger.act add column revealed_by bigint references ledger.act
    check (revealed_by is null or (revealed and revealed_by > index));

-- Before the opening nothing may tell that a bid exists, or how many (product.md, what must always hold, 10): such an act is public
-- only by another one that reveals it.
alter table ledger.act add constraint act_is_blinded check (
    kind not in ('BID_SUBMITTED', 'BID_REPLACED', 'BID_WITHDRAWN', 'BOX_SEALED', 'SCORES_SIGNED')
    or revealed = (revealed_by is not null));

drop trigger act_is_only_revealed on ledger.act;
create trigger act_is_only_revealed before update on ledger.act
    for each row when (old.revealed or new.revealed_by is null
                       or (new.index, new.kind, new.subject, new.purchase, new.salt, new.body, new.entered_at)
                          is distinct from
                          (old.index, old.kind, old.subject, old.purchase, old.salt, old.body, old.entered_at))
    execute function ledger.refuse_change();
