-- For which reason the bidder was asked to mend its bid in the stage that is being opened: for another one it is asked anew.
alter table bidding.opened_bid add column asked text;
