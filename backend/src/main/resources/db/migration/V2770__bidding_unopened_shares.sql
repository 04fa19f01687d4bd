-- Who could not open a share stands in the record, as who gave a wrong one does.
alter table bidding.opening_word
    drop constraint opening_word_kind_check,
    drop constraint opening_word_check,
    add constraint opening_word_kind_check check (kind in ('WHOLE', 'OBJECTION', 'WRONG_SHARES', 'UNOPENED_SHARES')),
    add constraint opening_word_check check ((body is null) = (kind in ('WRONG_SHARES', 'UNOPENED_SHARES')));
