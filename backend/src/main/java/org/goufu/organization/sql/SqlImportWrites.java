package org.goufu.organization.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.BodyUse;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.domain.RegistryImport;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes what an import changes, a range of its rows at a time, and takes it back; always in the caller's transaction. */
@Component
class SqlImportWrites {

    /** Both row numbers included. */
    record Range(int from, int to) {}

    private static final String ADD_BODIES = """
            insert into organization.body (id, name, kind, legal_form, credit_code, region_code, founded_on, business_scope,
                                           address, legacy_cert_no, registration_authority, registration)
            select o.body_id, r.name, 'LEGAL_PERSON',
                   case left(r.credit_code, 2) when '51' then 'ASSOCIATION' when '52' then 'SERVICE_INSTITUTION'
                                               else 'FOUNDATION' end,
                   r.credit_code, r.region_code, cast(r.fields ->> 'FOUNDED_ON' as date),
                   coalesce(r.fields ->> 'SCOPE', ''), coalesce(r.fields ->> 'ADDRESS', ''), r.legacy_cert_no,
                   r.fields ->> 'AUTHORITY',
                   case when jsonb_exists(r.fields, 'CAPITAL')
                        then jsonb_build_object('fundsFen', cast(r.fields ->> 'CAPITAL' as bigint))
                        else '{}'::jsonb end
              from organization.import_outcome o
              join organization.import_row r on r.import_id = o.import_id and r.number = o.number
             where o.import_id = :id and o.number between :from and :to and o.outcome = 'NEW'
                on conflict (credit_code) do nothing
            """;

    private static final String COUNT_NEW = """
            select count(*)
              from organization.import_outcome
             where import_id = :id and number between :from and :to and outcome = 'NEW'
            """;

    private static final String CHANGE_BODIES = """
            update organization.body b
               set name = coalesce(r.fields ->> 'NAME', b.name),
                   legacy_cert_no = coalesce(r.fields ->> 'LEGACY_CERT_NO', b.legacy_cert_no),
                   legal_form = coalesce(r.fields ->> 'LEGAL_FORM', b.legal_form),
                   founded_on = coalesce(cast(r.fields ->> 'FOUNDED_ON' as date), b.founded_on),
                   business_scope = coalesce(r.fields ->> 'SCOPE', b.business_scope),
                   address = coalesce(r.fields ->> 'ADDRESS', b.address),
                   registration_authority = coalesce(r.fields ->> 'AUTHORITY', b.registration_authority),
                   registration = case when jsonb_exists(o.changes, 'CAPITAL')
                                       then b.registration || jsonb_build_object(
                                                'fundsFen', cast(r.fields ->> 'CAPITAL' as bigint))
                                       else b.registration end,
                   version = b.version + 1
              from organization.import_outcome o
              join organization.import_row r on r.import_id = o.import_id and r.number = o.number
             where o.import_id = :id and o.number between :from and :to and o.outcome = 'CHANGED' and b.id = o.body_id
            """;

    /**
     * A fact that began on the same day or later is corrected; one that began before holds until the day before. A body that left a
     * list keeps on record that it stood there. A grade whose last day alone is given, and is over, began five years before it.
     */
    private static final String WRITE_FACTS = """
            with import as (
                select id, by_id, by_name, '导入：' || file_name as source, platform.now() as now
                  from organization.import
                 where id = :id),
            changed as materialized (
                select o.body_id, o.outcome = 'NEW' as new, o.changes,
                       r.fields || (select jsonb_object_agg(e.key, e.value -> 1) from jsonb_each(o.changes) e) as fields
                  from organization.import_outcome o
                  join organization.import_row r on r.import_id = o.import_id and r.number = o.number
                 where o.import_id = :id and o.number between :from and :to and o.outcome in ('NEW', 'CHANGED')),
            said as (
                select c.body_id, s.kind, s.slot, s.value, s.number, s.since, s.until
                  from changed c,
                       lateral (
                           select 'STATUS' as kind, 'STATUS' as slot, c.fields ->> 'STATUS' as value, cast(0 as bigint) as number,
                                  case when c.new then cast(c.fields ->> 'FOUNDED_ON' as date) end as since,
                                  cast(null as date) as until
                            where jsonb_exists(c.changes, 'STATUS')
                           union all
                           select item, item, c.fields ->> item, 0,
                                  case when c.new then cast(c.fields ->> 'FOUNDED_ON' as date) end, null
                             from unnest(array ['HEAD', 'SCOPE']) as item
                            where jsonb_exists(c.changes, item)
                           union all
                           select 'GRADE', 'GRADE', c.fields ->> 'GRADE', 0, cast(c.fields ->> 'GRADE_FROM' as date),
                                  cast(c.fields ->> 'GRADE_TO' as date)
                            where jsonb_exists_any(c.changes, array ['GRADE', 'GRADE_FROM', 'GRADE_TO'])
                           union all
                           select 'CREDIT_LIST', list, case when c.fields ->> list = 'YES' or jsonb_exists(c.fields, list || '_FROM')
                                                            then list end,
                                  0, cast(c.fields ->> (list || '_FROM') as date), cast(c.fields ->> (list || '_TO') as date)
                             from unnest(array ['ABNORMAL', 'SERIOUS']) as list
                            where jsonb_exists_any(c.changes, array [list, list || '_FROM', list || '_TO'])
                              and not (c.new and c.fields ->> list = 'NO')
                           union all
                           select 'INSPECTION', e.key, substr(e.key, 12) || ':' || e.value, 0, null, null
                             from jsonb_each_text(c.fields) e
                            where starts_with(e.key, 'INSPECTION_') and jsonb_exists(c.changes, e.key)
                           union all
                           select year.part[1], e.key, year.part[2], cast(e.value as bigint), null, null
                             from jsonb_each_text(c.fields) e,
                                  regexp_match(e.key, '^(HEADCOUNT|NET_ASSETS|INCOME)_(\\d{4})$') as year (part)
                            where year.part is not null and jsonb_exists(c.changes, e.key)) s),
            stood as (
                select distinct on (f.body_id, s.slot) f.*, s.slot
                  from organization.fact f,
                       lateral (select case when f.kind = 'INSPECTION' then 'INSPECTION_' || split_part(f.value, ':', 1)
                                    when f.kind = 'CREDIT_LIST' then f.value
                                    when f.kind in ('HEADCOUNT', 'NET_ASSETS', 'INCOME') then f.kind || '_' || f.value
                                    else f.kind end as slot) s
                 where f.body_id in (select body_id from said)
                   and f.withdrawn_at is null
                   and f.kind in ('STATUS', 'HEAD', 'SCOPE', 'GRADE', 'INSPECTION', 'CREDIT_LIST', 'HEADCOUNT',
                                'NET_ASSETS', 'INCOME')
                 order by f.body_id, s.slot, f.valid_from desc, f.known_at desc),
            plan as materialized (
                select s.body_id, s.kind, s.value, s.number, s.until, o.id as old_id, o.value as old_value, o.number as old_number,
                       o.valid_from as old_from, o.valid_to as old_to, o.source as old_source,
                       case when s.until < begins.day then cast(s.until - interval '5 years' + interval '1 day' as date)
                            else begins.day end as since
                  from said s
                  left join stood o on o.body_id = s.body_id and o.slot = s.slot
                 cross join lateral (
                       select coalesce(s.since,
                                       case when o.value = s.value and (o.valid_to is null or o.valid_to >= :today)
                                            then o.valid_from end,
                                       :today) as day) begins),
            withdrawn as (
                update organization.fact f
                   set withdrawn_at = import.now, withdrawn_by = import.by_id, withdrawn_by_name = import.by_name,
                       withdrawn_reason = import.source, withdrawn_import_id = import.id
                  from plan p, import
                 where f.id = p.old_id
                   and (p.kind = 'INSPECTION' or p.old_to is null or p.old_to >= p.since or p.old_from >= p.since)),
            written as (
                select p.body_id, p.kind, p.value, p.number, p.since as valid_from,
                       p.until as valid_to, import.source
                  from plan p, import
                 where p.value is not null
                union all
                select p.body_id, p.kind, p.old_value, p.old_number, p.old_from, p.since - 1, p.old_source
                  from plan p
                 where p.kind <> 'INSPECTION' and p.old_from < p.since and (p.old_to is null or p.old_to >= p.since))
            insert into organization.fact (id, body_id, kind, value, number, valid_from, valid_to, known_at, source, origin,
                                           recorded_by, recorded_by_name, import_id)
            select uuidv7(), w.body_id, w.kind, w.value, w.number, w.valid_from, w.valid_to, import.now, w.source, 'IMPORT',
                   import.by_id, import.by_name, import.id
              from written w, import
            """;

    private static final String HISTORY = """
            insert into organization.body_change (body_id, version, at, by_id, by_name, act, before, after, import_id)
            select b.id, b.version, platform.now(), i.by_id, i.by_name, 'IMPORTED',
                   coalesce((select jsonb_object_agg(organization.import_item(e.key), e.value -> 0)
                               from jsonb_each(o.changes) e
                              where e.value -> 0 <> 'null'::jsonb), '{}'::jsonb),
                   (select jsonb_object_agg(organization.import_item(e.key), e.value -> 1) from jsonb_each(o.changes) e),
                   i.id
              from organization.import i
              join organization.import_outcome o on o.import_id = i.id
              join organization.body b on b.id = o.body_id
             where i.id = :id and o.number between :from and :to and o.outcome in ('NEW', 'CHANGED')
            """;

    private static final String APPLIED = """
            update organization.import_outcome o
               set applied_version = b.version
              from organization.body b
             where o.import_id = :id and o.number between :from and :to and o.outcome in ('NEW', 'CHANGED')
               and b.id = o.body_id
            returning o.body_id
            """;

    private static final String MARK_UNDONE = """
            update organization.import_outcome o
               set (undone, kept_for) = (
                       select kept.why is null, kept.why
                         from (select case when exists (select from organization.joined_body j where j.id = o.body_id)
                                           then 'JOINED'
                                           when not exists (select from organization.body b
                                                             where b.id = o.body_id and b.version = o.applied_version)
                                           then 'CHANGED'
                                           else o.kept_for end as why) kept)
             where o.import_id = :id and o.number between :from and :to and o.outcome in ('NEW', 'CHANGED')
            """;

    private static final String ADDED = """
            select body_id
              from organization.import_outcome
             where import_id = :id and number between :from and :to and outcome = 'NEW'
            """;

    private static final String KEEP = """
            update organization.import_outcome o
               set kept_for = used.what, undone = false
              from unnest(cast(:ids as uuid[]), cast(:whats as text[])) as used (body_id, what)
             where o.import_id = :id and o.number between :from and :to and o.outcome = 'NEW' and o.body_id = used.body_id
            """;

    private static final String UNDONE = """
            select body_id
              from organization.import_outcome
             where import_id = :id and number between :from and :to and undone
            """;

    private static final String RESTORE_BODIES = """
            update organization.body b
               set name = coalesce(o.changes -> 'NAME' ->> 0, b.name),
                   legacy_cert_no = case when jsonb_exists(o.changes, 'LEGACY_CERT_NO')
                                         then o.changes -> 'LEGACY_CERT_NO' ->> 0 else b.legacy_cert_no end,
                   legal_form = coalesce(o.changes -> 'LEGAL_FORM' ->> 0, b.legal_form),
                   founded_on = case when jsonb_exists(o.changes, 'FOUNDED_ON')
                                     then cast(o.changes -> 'FOUNDED_ON' ->> 0 as date) else b.founded_on end,
                   business_scope = case when jsonb_exists(o.changes, 'SCOPE')
                                         then coalesce(o.changes -> 'SCOPE' ->> 0, '') else b.business_scope end,
                   address = case when jsonb_exists(o.changes, 'ADDRESS')
                                  then coalesce(o.changes -> 'ADDRESS' ->> 0, '') else b.address end,
                   registration_authority = case when jsonb_exists(o.changes, 'AUTHORITY')
                                                 then o.changes -> 'AUTHORITY' ->> 0 else b.registration_authority end,
                   registration = case when not jsonb_exists(o.changes, 'CAPITAL') then b.registration
                                       when o.changes -> 'CAPITAL' -> 0 = 'null'::jsonb then b.registration - 'fundsFen'
                                       else b.registration || jsonb_build_object(
                                                'fundsFen', cast(o.changes -> 'CAPITAL' ->> 0 as bigint)) end,
                   version = b.version + 1
              from organization.import_outcome o
             where o.import_id = :id and o.number between :from and :to and o.outcome = 'CHANGED' and o.undone
               and b.id = o.body_id
            """;

    /** Body by body, as the index of facts has them: an import of many has hundreds of thousands of facts. */
    private static final String RESTORE_FACTS = """
            with import as (
                select id, by_id, by_name, platform.now() as now from organization.import where id = :id),
            concerned as materialized (
                select f.*
                  from organization.import_outcome o
                 cross join lateral (
                       select *
                         from organization.fact f
                        where f.body_id = o.body_id and (f.import_id = :id or f.withdrawn_import_id = :id)
                       offset 0) f
                 where o.import_id = :id and o.number between :from and :to and o.outcome = 'CHANGED' and o.undone),
            withdrawn as (
                update organization.fact f
                   set withdrawn_at = import.now, withdrawn_by = import.by_id, withdrawn_by_name = import.by_name,
                       withdrawn_reason = '撤销导入'
                  from import, concerned c
                 where f.id = c.id and c.import_id = import.id and c.withdrawn_at is null)
            insert into organization.fact (id, body_id, kind, value, number, valid_from, valid_to, known_at, source, origin,
                                           evidence_id, recorded_by, recorded_by_name, confirmed_at, confirmed_by,
                                           confirmed_by_name)
            select uuidv7(), c.body_id, c.kind, c.value, c.number, c.valid_from, c.valid_to, import.now, c.source, c.origin,
                   c.evidence_id, c.recorded_by, c.recorded_by_name, c.confirmed_at, c.confirmed_by, c.confirmed_by_name
              from concerned c, import
             where c.withdrawn_import_id = import.id
            """;

    private static final String RESTORE_HISTORY = """
            insert into organization.body_change (body_id, version, at, by_id, by_name, act, before, after, import_id)
            select b.id, b.version, platform.now(), i.by_id, i.by_name, 'IMPORT_UNDONE',
                   (select jsonb_object_agg(organization.import_item(e.key), e.value -> 1) from jsonb_each(o.changes) e),
                   coalesce((select jsonb_object_agg(organization.import_item(e.key), e.value -> 0)
                               from jsonb_each(o.changes) e
                              where e.value -> 0 <> 'null'::jsonb), '{}'::jsonb),
                   i.id
              from organization.import i
              join organization.import_outcome o on o.import_id = i.id
              join organization.body b on b.id = o.body_id
             where i.id = :id and o.number between :from and :to and o.outcome = 'CHANGED' and o.undone
            """;

    private static final String REMOVE_BODIES = """
            delete from organization.body b
             using organization.import_outcome o
             where o.import_id = :id and o.number between :from and :to and o.outcome = 'NEW' and o.undone and b.id = o.body_id
            """;

    private final DatabaseClient database;

    SqlImportWrites(DatabaseClient database) {
        this.database = database;
    }

    /** Fails with {@code import/changed-meanwhile} when somebody registered one of the new bodies since the preview. */
    Flux<UUID> apply(RegistryImport work, Range range, LocalDate today) {
        return addBodies(work, range)
                .then(run(CHANGE_BODIES, work, range))
                .then(ranged(WRITE_FACTS, work, range).bind("today", today).then())
                .then(run(HISTORY, work, range))
                .thenMany(ranged(APPLIED, work, range)
                        .map(row -> Objects.requireNonNull(row.get("body_id", UUID.class)))
                        .all());
    }

    private Mono<Void> addBodies(RegistryImport work, Range range) {
        var asked = ranged(COUNT_NEW, work, range)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one();
        var added = ranged(ADD_BODIES, work, range).fetch().rowsUpdated();
        return asked.zipWhen(ignored -> added)
                .flatMap(both -> both.getT1().equals(both.getT2())
                        ? Mono.empty()
                        : Mono.error(ImportProblem.CHANGED_MEANWHILE.raise(both.getT1() - both.getT2())));
    }

    Flux<UUID> undo(RegistryImport work, Range range) {
        return run(MARK_UNDONE, work, range)
                .then(run(RESTORE_BODIES, work, range))
                .then(run(RESTORE_FACTS, work, range))
                .then(run(RESTORE_HISTORY, work, range))
                .then(run(REMOVE_BODIES, work, range))
                .thenMany(ranged(UNDONE, work, range)
                        .map(row -> Objects.requireNonNull(row.get("body_id", UUID.class)))
                        .all());
    }

    /** The bodies that the import brought in. */
    Flux<UUID> added(RegistryImport work, Range range) {
        return ranged(ADDED, work, range)
                .map(row -> Objects.requireNonNull(row.get("body_id", UUID.class)))
                .all();
    }

    /** Undoing leaves these as they are. */
    Mono<Void> keep(RegistryImport work, Range range, List<BodyUse.Used> used) {
        return ranged(KEEP, work, range)
                .bind("ids", used.stream().map(BodyUse.Used::bodyId).toArray(UUID[]::new))
                .bind("whats", used.stream().map(each -> each.what().name()).toArray(String[]::new))
                .then();
    }

    private Mono<Void> run(String statement, RegistryImport work, Range range) {
        return ranged(statement, work, range).then();
    }

    private DatabaseClient.GenericExecuteSpec ranged(String statement, RegistryImport work, Range range) {
        return database.sql(statement)
                .bind("id", work.id())
                .bind("from", range.from())
                .bind("to", range.to());
    }
}
