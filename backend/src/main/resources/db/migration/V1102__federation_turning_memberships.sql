-- What begins or runs out between two days is found without reading all memberships.
create index membership_beginning on federation.membership (valid_from);
create index membership_ending on federation.membership (valid_to) where valid_to is not null;
create index mandate_beginning on federation.mandate (valid_from);
create index mandate_ending on federation.mandate (valid_to);
