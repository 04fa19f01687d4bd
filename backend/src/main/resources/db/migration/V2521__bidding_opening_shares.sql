-- What holders gave of their shares, wrapped; nothing where one could not be opened.
create table bidding.opening_share (
    envelope uuid  not null references bidding.opened_bid,
    segment  text  not null,
    kid      text  not null,
    wrapped  bytea,
    primary key (envelope, segment, kid)
);

-- Who gave them, stage by stage.
create table bidding.opening_holder (
    stage   uuid        not null references bidding.opening_stage,
    kid     text        not null,
    account uuid        not null,
    name    text        not null,
    at      timestamptz not null default platform.now(),
    primary key (stage, kid)
);

-- What was said during an opening and stands in its record: that a bidder found its seal whole or objects, that a holder's shares were
-- not the ones that bidders made for that key.
create table bidding.opening_word (
    id      uuid        primary key,
    lot     uuid        not null references bidding.opening,
    kind    text        not null check (kind in ('WHOLE', 'OBJECTION', 'WRONG_SHARES')),
    body    uuid        check ((body is null) = (kind = 'WRONG_SHARES')),
    account uuid        not null,
    name    text        not null,
    words   text        not null default '',
    at      timestamptz not null default platform.now()
);
create index opening_word_of_lot on bidding.opening_word (lot, at);
