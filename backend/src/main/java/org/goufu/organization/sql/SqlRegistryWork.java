package org.goufu.organization.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.Named;
import org.goufu.organization.RegistryWork;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds what waits, one statement a list; communities give opinions, streets file, counties and above register. */
@Component
class SqlRegistryWork implements RegistryWork {
    private static final TypeReference<List<Named>> OTHERS = new TypeReference<>() {};

    private static final String REVIEW = """
            with waiting as (
                select (case when state = 'APPLIED' then 'APPLICATION' when state = 'COMMUNITY_OPINION' then 'OPINION'
                             when state = 'STREET_REVIEW' then 'REVIEW' else 'REQUEST' end) as matter,
                       id as subject_id, name, community_code as region_code,
                       (updated_at at time zone 'Asia/Shanghai')::date as day, asked as word
                  from organization.filing
                 where community_code like :region || '%'
                   and (state = 'APPLIED' and :level >= 4
                            and (course ->> 'writer' = :account or course ->> 'returned' is not null)
                        or state = 'COMMUNITY_OPINION' and :level = 5
                        or state = 'STREET_REVIEW' and :level = 4 and course ->> 'writer' is distinct from :account
                        or state in ('FILED_ACTIVE', 'DORMANT') and :level = 4 and asked is not null)
                union all
                select 'DECLARATION', body.id, body.name, body.region_code,
                       (min(fact.known_at) at time zone 'Asia/Shanghai')::date, count(*)::text
                  from organization.fact
                  join organization.body on body.id = fact.body_id
                 where fact.origin = 'SELF' and fact.confirmed_at is null and fact.withdrawn_at is null
                   and body.region_code like :region || '%'
                   and (:level <= 3 or :level = 4 and body.kind = 'FILED_GROUP')
                 group by body.id),
            found as (
                select waiting.*, day || matter || subject_id as key, '[]' as others
                  from waiting)
            select found.*, (select count(*) from found) as total
              from found
             where key > :after
             order by key
             limit :rows
            """;

    private static final String EXPIRING = """
            with ending as (
                select 'FILING_ENDS' as matter, id as subject_id, name, community_code as region_code, valid_to as day,
                       number as word
                  from organization.filing
                 where state = 'FILED_ACTIVE' and valid_to <= cast(:today as date) + 60
                   and community_code like :region || '%' and :level >= 4
                union all
                select fact.kind || '_ENDS', body.id, body.name, body.region_code, fact.valid_to, fact.value
                  from organization.fact
                  join organization.body on body.id = fact.body_id
                 where (fact.kind in ('GRADE', 'TAX') or fact.kind = 'QUALIFICATION' and not starts_with(fact.value, '-'))
                   and fact.withdrawn_at is null
                   and fact.valid_from <= cast(:today as date)
                   and fact.valid_to between cast(:today as date) and cast(:today as date) + 60
                   and body.region_code like :region || '%' and body.kind <> 'FILED_GROUP' and :level <= 3
                   and not exists (
                       select from organization.fact later
                        where later.body_id = fact.body_id and later.kind = fact.kind and later.withdrawn_at is null
                          and (later.kind not in ('QUALIFICATION', 'TAX') or later.value = fact.value)
                          and later.valid_from <= fact.valid_to + 1
                          and (later.valid_to is null or later.valid_to > fact.valid_to))),
            found as (
                select ending.*, day || matter || subject_id || word as key, '[]' as others
                  from ending)
            select found.*, (select count(*) from found) as total
              from found
             where key > :after
             order by key
             limit :rows
            """;

    private static final String CONFLICTS = """
            with party as (
                select 'SAME_LEADER' as matter, record -> 'leader' ->> 'phone' as shared, leader_name as word, id, name,
                       community_code as region_code
                  from organization.filing
                 where community_code like :region || '%' and leader_name is not null
                   and state in ('APPLIED', 'COMMUNITY_OPINION', 'STREET_REVIEW', 'FILED_ACTIVE', 'DORMANT')
                union all
                select 'SAME_HEAD', fact.value || substr(body.region_code, 1, 6), fact.value, body.id, body.name,
                       body.region_code
                  from organization.fact
                  join organization.body on body.id = fact.body_id
                 where fact.kind = 'HEAD' and fact.withdrawn_at is null and fact.valid_from <= cast(:today as date)
                   and (fact.valid_to is null or fact.valid_to >= cast(:today as date))
                   and body.region_code like :region || '%' and body.kind <> 'FILED_GROUP' and :level <= 3
                union all
                select 'SAME_NAME', name || substr(region_code, 1, 6), null, id, name, region_code
                  from organization.body
                 where region_code like :region || '%'),
            conflict as (
                select matter, min(id::text)::uuid as subject_id, min(word) as word, array_agg(id order by id) as ids,
                       (array_agg(name order by id::text))[1] as name,
                       (array_agg(region_code order by id::text))[1] as region_code,
                       jsonb_agg(jsonb_build_object('id', id, 'name', name) order by id::text) as parties
                  from party
                 where shared is not null
                 group by matter, shared
                having count(distinct id) > 1),
            found as (
                select conflict.*, matter || subject_id as key, (parties - 0)::text as others, cast(null as date) as day
                  from conflict
                 where not exists (
                       select from organization.settled_conflict settled
                        where settled.matter = conflict.matter and settled.bodies = conflict.ids))
            select found.*, (select count(*) from found) as total
              from found
             where key > :after
             order by key
             limit :rows
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SqlRegistryWork(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Mono<Long> count(Pile pile, Actor actor, LocalDate today) {
        return asked(pile, actor, today, "", 1)
                .map(row -> required(row, "total", Long.class))
                .one()
                .defaultIfEmpty(0L);
    }

    @Override
    public Flux<Item> list(Pile pile, Actor actor, LocalDate today, String after, int rows) {
        return asked(pile, actor, today, after, rows).map(this::item).all();
    }

    private GenericExecuteSpec asked(Pile pile, Actor actor, LocalDate today, String after, int rows) {
        var statement = switch (pile) {
            case REVIEW ->
                database.sql(REVIEW).bind("account", actor.accountId().toString());
            case EXPIRING -> database.sql(EXPIRING).bind("today", today);
            case CONFLICTS -> database.sql(CONFLICTS).bind("today", today);
        };
        return statement
                .bind("region", actor.region().value())
                .bind("level", actor.region().level())
                .bind("after", after)
                .bind("rows", rows);
    }

    private Item item(Readable row) {
        return new Item(
                required(row, "key", String.class),
                Matter.valueOf(required(row, "matter", String.class)),
                required(row, "subject_id", UUID.class),
                required(row, "name", String.class),
                required(row, "region_code", String.class),
                row.get("day", LocalDate.class),
                row.get("word", String.class),
                json.readValue(required(row, "others", String.class), OTHERS));
    }
}
