-- A correction gives an open box another text to answer, and at most a later deadline.
drop trigger box_is_only_sealed on bidding.box;
create trigger box_is_only_sealed before update on bidding.box
    for each row when (old.state <> 'OPEN' or new.deadline < old.deadline
                       or (new.lot, new.purchase, new.notice, new.title) is distinct from (old.lot, old.purchase, old.notice, old.title)
                       or new.state <> 'OPEN' and (new.digest, new.deadline) is distinct from (old.digest, old.deadline))
    execute function bidding.refuse_change();

-- Who should rehearse is found by the box, whose deadline follows the correction.
drop index bidding.keyset_by_deadline;
