-- A body with the places where it wants to be told and with all its facts but the private ones.
create view organization.whole_body as
select b.id, b.name, b.kind, b.legal_form, b.credit_code, b.filing_number, b.region_code, b.founded_on,
       b.business_scope, b.address, b.version,
       coalesce((select array_agg(p.region_code order by p.region_code)
                   from organization.tell_place p
                  where p.body_id = b.id),
                array [substr(b.region_code, 1, 6)]) as tell_places,
       (select jsonb_agg(jsonb_build_object(
                   'id', f.id, 'kind', f.kind, 'value', f.value, 'number', f.number,
                   'from', f.valid_from, 'to', f.valid_to,
                   'knownAt', f.known_at, 'withdrawnAt', f.withdrawn_at, 'source', f.source,
                   'origin', f.origin, 'evidenceId', f.evidence_id, 'confirmedAt', f.confirmed_at)
                   order by f.kind, f.valid_from, f.id)
          from organization.fact f
         where f.body_id = b.id and f.kind <> 'BANK_ACCOUNT')::text as facts
  from organization.body b;
