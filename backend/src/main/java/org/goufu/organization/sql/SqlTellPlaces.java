package org.goufu.organization.sql;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.goufu.organization.OrganizationProblem;
import org.goufu.organization.usecase.TellPlaces;
import org.goufu.platform.http.HttpProblem;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the places in their table; a change of them is a new version of the body. */
@Component
class SqlTellPlaces implements TellPlaces {
    private static final String FIND = """
            select coalesce((select array_agg(p.region_code order by p.region_code)
                               from organization.tell_place p
                              where p.body_id = b.id),
                            array [substr(b.region_code, 1, 6)]) as places,
                   b.version
              from organization.body b
             where b.id = :id
            """;

    private static final String NEXT_VERSION = """
            update organization.body
               set version = version + 1
             where id = :id and version = :version
            """;

    private static final String REMOVE = """
            delete from organization.tell_place
             where body_id = :id and region_code <> all(:places)
            """;

    private static final String ADD = """
            insert into organization.tell_place (body_id, region_code)
            select :id, place from unnest(:places) as place
                on conflict do nothing
            """;

    private final DatabaseClient database;

    SqlTellPlaces(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Chosen> get(UUID bodyId) {
        return database.sql(FIND)
                .bind("id", bodyId)
                .map(row -> new Chosen(
                        List.of(Objects.requireNonNull(row.get("places", String[].class))),
                        Objects.requireNonNull(row.get("version", Long.class))))
                .one()
                .switchIfEmpty(Mono.error(OrganizationProblem.NOT_FOUND::raise));
    }

    @Override
    public Mono<Void> replace(UUID bodyId, List<String> places, long version) {
        var codes = places.toArray(String[]::new);
        return database.sql(NEXT_VERSION)
                .bind("id", bodyId)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .flatMap(rows -> rows == 1 ? Mono.empty() : Mono.<Void>error(HttpProblem.VERSION_STALE::raise))
                .then(database.sql(REMOVE)
                        .bind("id", bodyId)
                        .bind("places", codes)
                        .then())
                .then(database.sql(ADD).bind("id", bodyId).bind("places", codes).then());
    }
}
