package org.goufu.organization.sql;

/** The statement that compares the rows of an import with the registry. */
final class ImportComparison {

    /**
     * Which body a row is about: by its credit code, else by its old certificate number, else by its name in the county.
     *
     * <p>Of a body's facts the one that began last counts, of an inspection the one of its year. A new body whose register says
     * nothing about its status is in force: that is why it stands in the register. A grade of which no days are given ends five years
     * from now at the latest (四川省社会组织评估管理办法 第5条).
     */
    static final String COMPARE = """
            insert into organization.import_outcome
                   (import_id, number, outcome, body_id, body_version, changes, conflict, conflict_value)
            with asked as materialized (
                select id, region_code as scope, kind <> 'REGISTER' as list
                  from organization.import
                 where id = :id),
            read as materialized (
                select r.number, r.name, r.credit_code, r.legacy_cert_no, r.region_code, r.fields,
                       r.problems <> '[]'::jsonb as refused,
                       first_value(r.number) over (
                           partition by coalesce(r.credit_code, r.legacy_cert_no, r.name, r.number::text)
                           order by r.number) as first
                  from organization.import_row r
                 where r.import_id = :id),
            candidate as (
                select r.number, 1 as rank, b.id
                  from read r
                  join organization.body b on b.credit_code = r.credit_code
                union all
                select r.number, 2, b.id
                  from read r
                  join organization.body b on b.legacy_cert_no = r.legacy_cert_no
                union all
                select r.number, 3, b.id
                  from read r
                  join organization.body b
                    on b.name = r.name and left(b.region_code, 6) = left(r.region_code, 6) and b.kind <> 'FILED_GROUP'),
            best as materialized (
                select number, rank, min(id::text)::uuid as body_id, count(distinct id) as candidates
                  from (select c.number, c.rank, c.id, rank() over (partition by c.number order by c.rank) as place
                          from candidate c) ranked
                 where place = 1
                 group by number, rank),
            slot as (
                select distinct on (f.body_id, s.slot)
                       f.body_id, s.slot, f.kind, f.value, f.number, f.valid_from, f.valid_to,
                       f.valid_to is null or f.valid_to >= :today as lasts
                  from organization.fact f,
                       lateral (select case when f.kind = 'INSPECTION' then 'INSPECTION_' || split_part(f.value, ':', 1)
                                    when f.kind = 'CREDIT_LIST' then f.value
                                    when f.kind in ('HEADCOUNT', 'NET_ASSETS', 'INCOME') then f.kind || '_' || f.value
                                    else f.kind end as slot) s
                 where f.body_id in (select body_id from best)
                   and f.withdrawn_at is null
                   and f.kind in ('STATUS', 'HEAD', 'GRADE', 'INSPECTION', 'CREDIT_LIST', 'HEADCOUNT', 'NET_ASSETS', 'INCOME')
                 order by f.body_id, s.slot, f.valid_from desc, f.known_at desc),
            spoken as (
                select s.body_id, jsonb_object_agg(e.key, e.value) as fields
                  from slot s,
                       lateral (values
                           (s.slot, case when s.kind = 'INSPECTION' then split_part(s.value, ':', 2)
                                         when s.kind = 'CREDIT_LIST' then case when s.lasts then 'YES' else 'NO' end
                                         when s.kind in ('HEADCOUNT', 'NET_ASSETS', 'INCOME') then s.number::text
                                         else s.value end),
                           (s.slot || '_FROM', s.valid_from::text),
                           (s.slot || '_TO', s.valid_to::text)) e (key, value)
                 where e.value is not null
                 group by s.body_id),
            known as materialized (
                select b.id as body_id, b.version, b.region_code, b.credit_code,
                       '{"ABNORMAL": "NO", "SERIOUS": "NO"}'::jsonb
                       || jsonb_strip_nulls(jsonb_build_object(
                              'NAME', b.name, 'CREDIT_CODE', b.credit_code, 'LEGACY_CERT_NO', b.legacy_cert_no,
                              'LEGAL_FORM', b.legal_form, 'ADDRESS', nullif(b.address, ''),
                              'SCOPE', nullif(b.business_scope, ''), 'AUTHORITY', b.registration_authority,
                              'FOUNDED_ON', b.founded_on::text, 'CAPITAL', b.registration ->> 'fundsFen'))
                       || coalesce(s.fields, '{}'::jsonb) as fields
                  from organization.body b
                  left join spoken s on s.body_id = b.id
                 where b.id in (select body_id from best)),
            compared as (
                select r.number, r.refused, r.first, r.name, r.credit_code, r.region_code, r.fields,
                       b.rank, b.body_id, b.candidates, k.version, k.region_code as place, k.credit_code as known_code,
                       k.fields ->> 'GRADE_TO' as known_grade_to,
                       first_value(r.number) over (
                           partition by coalesce(b.body_id::text, r.number::text) order by r.number) as first_of_body,
                       (select jsonb_object_agg(f.key, jsonb_build_array(k.fields ->> f.key, f.value))
                          from jsonb_each_text(r.fields) f
                         where f.value is distinct from k.fields ->> f.key) as changes
                  from read r
                  left join best b on b.number = r.number
                  left join known k on k.body_id = b.body_id),
            judged as (
                select c.*, a.list, verdict.conflict, verdict.conflict_value
                  from compared c
                 cross join asked a
                 cross join lateral (
                     select case when c.refused then null
                                 when c.first < c.number or c.first_of_body < c.number then 'duplicate'
                                 when c.candidates > 1 then 'ambiguous'
                                 when c.body_id is not null and c.place not like a.scope || '%' then 'out-of-scope'
                                 when c.rank > 1 and c.credit_code <> c.known_code then 'other-code'
                                 when c.body_id is not null then null
                                 when a.list then 'unknown-body'
                                 when c.credit_code is null or c.name is null then 'new-incomplete'
                                 when left(c.credit_code, 2) not in ('51', '52', '53') then 'not-social'
                                 when c.region_code not like a.scope || '%' then 'out-of-scope'
                            end as conflict,
                            case when c.first < c.number then c.first::text
                                 when c.first_of_body < c.number then c.first_of_body::text
                                 when c.candidates > 1 then c.candidates::text
                                 when c.rank > 1 and c.credit_code <> c.known_code then c.known_code
                            end as conflict_value) verdict)
            select :id, number,
                   case when refused or conflict is not null then 'REFUSED'
                        when body_id is null then 'NEW'
                        when changes is null then 'UNCHANGED'
                        else 'CHANGED' end,
                   case when conflict = 'out-of-scope' or refused then null else coalesce(body_id, uuidv7()) end,
                   version,
                   case when refused or conflict is not null or changes is null then '{}'::jsonb
                        else changes
                             || case when body_id is null and not jsonb_exists(fields, 'STATUS')
                                     then '{"STATUS": [null, "NORMAL"]}'::jsonb
                                     else '{}'::jsonb end
                             || case when jsonb_exists(changes, 'GRADE') and not jsonb_exists(fields, 'GRADE_TO')
                                     then jsonb_build_object('GRADE_TO', jsonb_build_array(
                                              known_grade_to, cast(:today + interval '5 years - 1 day' as date)))
                                     else '{}'::jsonb end
                   end,
                   conflict, conflict_value
              from judged
            """;

    private ImportComparison() {}
}
