-- Who else has a head of the same name.
create index fact_of_head on organization.fact (value) where kind = 'HEAD';
