-- Operators that compare ids with ranges; a trusted extension that PostgreSQL brings along.
create extension if not exists btree_gist;

alter table federation.federation
    add column registered_at timestamptz not null default platform.now(),
    add column closed_at     timestamptz;

-- One federation at a time stands for a street.
create unique index federation_one_of_street on federation.federation (street_code) where closed_at is null;

-- The life of a membership: INVITED by the federation, ACCEPTED by the member's own contact, CONFIRMED by the street, and at last
-- LEFT or TRANSFERRED; REFUSED when one of the three did not want it. Beside each day stands when the platform learnt of it, so that
-- what was true and known at an earlier moment can be told again.
alter table federation.membership
    add column state               text   not null default 'CONFIRMED'
        check (state in ('INVITED', 'ACCEPTED', 'CONFIRMED', 'REFUSED', 'LEFT', 'TRANSFERRED')),
    add column consent_known_at    timestamptz,
    add column confirmed_at        timestamptz,
    add column end_known_at        timestamptz,
    add column ended_by            text check (ended_by in ('MEMBER', 'FEDERATION', 'STREET')),
    add column end_reason          text,
    -- The membership elsewhere that this one takes over from, and the agreement of that federation and of its street.
    add column transfer_of         uuid references federation.membership,
    add column released_at         timestamptz,
    add column street_released_at  timestamptz,
    add column version             bigint not null default 1;

-- What was loaded before counts as confirmed when it was learnt; its version is what the search index derived until now.
update federation.membership m
   set state            = case when consented_on is null then 'INVITED' when valid_to is null then 'CONFIRMED' else 'LEFT' end,
       consent_known_at = case when consented_on is not null then known_at end,
       confirmed_at     = case when consented_on is not null then known_at end,
       end_known_at     = case when valid_to is not null then known_at end,
       ended_by         = case when valid_to is not null and consented_on is not null then 'MEMBER' end,
       version          = 1 + (select count(*) + count(revoked_at) from federation.mandate d where d.membership_id = m.id)
                            + (consented_on is not null)::int + (valid_to is not null)::int;

alter table federation.membership
    add check ((consented_on is null) = (consent_known_at is null)),
    add check (confirmed_at is null or consented_on is not null),
    add check (state not in ('CONFIRMED', 'LEFT', 'TRANSFERRED') or confirmed_at is not null),
    add check (valid_to is null or end_known_at is not null),
    -- Never two memberships of one body on one day.
    add constraint membership_one_a_day exclude using gist (member_id with =, daterange(valid_from, valid_to, '[]') with &&)
        where (confirmed_at is not null);

-- One open invitation at a time.
create unique index membership_one_invitation on federation.membership (federation_id, member_id)
    where state in ('INVITED', 'ACCEPTED');
create index membership_by_state on federation.membership (state, id) where state in ('INVITED', 'ACCEPTED');

-- The signed paper of a mandate, as a file.
alter table federation.mandate add column paper_id uuid;

-- Who did what to a membership, with the row before and after.
create table federation.membership_act (
    id            bigint generated always as identity primary key,
    membership_id uuid        not null references federation.membership on delete cascade,
    act           text        not null,
    at            timestamptz not null default platform.now(),
    by_id         uuid        not null,
    by_name       text        not null,
    reason        text,
    before        jsonb,
    after         jsonb       not null
);
create index act_of_membership on federation.membership_act (membership_id, id);

-- A federation hosts a filed group for one project or scope (domain.md 2.4): the group carries out, the federation answers for it.
create table federation.hosting_agreement (
    id            uuid primary key,
    membership_id uuid        not null references federation.membership on delete cascade,
    group_id      uuid        not null,
    scope         text        not null check (length(scope) between 1 and 200),
    valid_from    date        not null,
    valid_to      date        not null check (valid_to >= valid_from),
    document_id   uuid,
    state         text        not null check (state in ('PROPOSED', 'ACTIVE', 'DECLINED', 'ENDED')),
    proposed_at   timestamptz not null,
    proposed_by   text        not null,
    answered_at   timestamptz,
    answered_by   text,
    ended_on      date,
    ended_at      timestamptz,
    ended_by      text,
    version       bigint      not null default 1
);
create index hosting_of_membership on federation.hosting_agreement (membership_id);

-- I1: one active agreement of a group for a scope.
create unique index hosting_one_of_scope on federation.hosting_agreement (group_id, scope) where state = 'ACTIVE';

-- Which expiry was told already: once for each distance in days.
create table federation.told_expiry (
    mandate_id uuid not null references federation.mandate on delete cascade,
    days       int  not null,
    told_at    timestamptz not null default platform.now(),
    primary key (mandate_id, days)
);

-- A membership with its mandates, its street and the federation from which it comes.
create view federation.whole_membership as
select m.*, f.street_code, former.federation_id as former_federation_id, former_seat.street_code as former_street_code,
       (select jsonb_agg(jsonb_build_object(
                   'id', d.id, 'categories', d.categories, 'amountCapFen', d.amount_cap_fen, 'places', d.places,
                   'from', d.valid_from, 'to', d.valid_to, 'knownAt', d.known_at, 'revokedAt', d.revoked_at,
                   'paperId', d.paper_id)
                   order by d.valid_from, d.id)
          from federation.mandate d
         where d.membership_id = m.id)::text as mandates
  from federation.membership m
  join federation.federation f on f.id = m.federation_id
  left join federation.membership former on former.id = m.transfer_of
  left join federation.federation former_seat on former_seat.id = former.federation_id;
