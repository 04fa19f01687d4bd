-- What begins or runs out between two days is found without reading the registry.
create index fact_beginning on organization.fact (valid_from, body_id);
create index fact_ending on organization.fact (valid_to, body_id) where valid_to is not null;
