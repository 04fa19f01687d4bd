package org.goufu.organization.sql;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.usecase.Settlements;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps settled conflicts with who settled them and why. */
@Component
class SqlSettlements implements Settlements {
    private static final String UNDER = """
            select count(*) = cardinality(cast(:ids as uuid[])) as complete
              from (select id from organization.body where id = any(:ids) and region_code like :region || '%'
                     union
                    select id from organization.filing where id = any(:ids) and community_code like :region || '%') as found
            """;

    private static final String ADD = """
            insert into organization.settled_conflict (matter, bodies, reason, by_id, by_name)
            select :matter, array_agg(id order by id), :reason, :by, :byName
              from unnest(cast(:ids as uuid[])) as id
                on conflict (matter, bodies) do nothing
            """;

    private static final String IS_SETTLED = """
            select exists (
                   select from organization.settled_conflict
                    where matter = :matter
                      and bodies = (select array_agg(id order by id) from unnest(cast(:ids as uuid[])) as id))
            """;

    private final DatabaseClient database;

    SqlSettlements(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Boolean> under(RegionCode region, List<UUID> ids) {
        return database.sql(UNDER)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("region", region.value())
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Boolean> isSettled(Matter matter, List<UUID> ids) {
        return database.sql(IS_SETTLED)
                .bind("matter", matter.name())
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(Boolean.class)
                .one();
    }

    @Override
    public Mono<Void> add(Actor by, Matter matter, List<UUID> ids, String reason) {
        return database.sql(ADD)
                .bind("matter", matter.name())
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("reason", reason)
                .bind("by", by.accountId())
                .bind("byName", by.displayName())
                .then();
    }
}
