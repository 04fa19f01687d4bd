-- What the registry says of filed groups, kept here by news, so that who of them is in no federation is one statement. Places are
-- compared by prefix, so they sort by bytes.
create table federation.filed_group (
    id          uuid primary key,
    name        text             not null,
    region_code text collate "C" not null,
    filed       datemultirange   not null
);
create index filed_group_of_region on federation.filed_group (region_code);

-- The first copy, before any news.
insert into federation.filed_group (id, name, region_code, filed)
select b.id, b.name, b.region_code,
       coalesce(range_agg(daterange(f.valid_from, f.valid_to, '[]')) filter (where f.id is not null), '{}')
  from organization.body b
  left join organization.fact f on f.body_id = b.id and f.kind = 'FILING' and f.value = 'ACTIVE' and f.withdrawn_at is null
 where b.kind = 'FILED_GROUP'
 group by b.id;
