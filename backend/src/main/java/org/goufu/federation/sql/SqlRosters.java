package org.goufu.federation.sql;

import static org.goufu.platform.database.Columns.required;

import java.time.LocalDate;
import java.util.UUID;
import org.goufu.federation.usecase.Rosters;
import org.goufu.kernel.RegionCode;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads memberships without their mandates. */
@Component
class SqlRosters implements Rosters {
    private static final String ACCEPTED = """
            select m.id, m.member_id, m.federation_id, m.consented_on
              from federation.membership m
              join federation.federation f on f.id = m.federation_id
             where m.state = 'ACCEPTED' and f.street_code = :street
             order by m.consented_on, m.id
             limit :most
            """;

    private static final String COUNT_LOOSE = """
            select count(*)
              from federation.filed_group g
             where region_code >= :region and region_code < :region || ':' and filed @> cast(:day as date)
               and not exists (
                   select from federation.membership m
                    where m.member_id = g.id and m.confirmed_at is not null and (m.valid_to is null or m.valid_to >= :day))
            """;

    private static final String LOOSE = """
            select id, name, region_code
              from federation.filed_group g
             where region_code >= :region and region_code < :region || ':' and filed @> cast(:day as date)
               and not exists (
                   select from federation.membership m
                    where m.member_id = g.id and m.confirmed_at is not null and (m.valid_to is null or m.valid_to >= :day))
               and id::text collate "C" > :after
             order by id
             limit :most
            """;

    private final DatabaseClient database;

    SqlRosters(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Accepted> accepted(RegionCode street, int most) {
        return database.sql(ACCEPTED)
                .bind("street", street.value())
                .bind("most", most)
                .map(row -> new Accepted(
                        required(row, "id", UUID.class),
                        required(row, "member_id", UUID.class),
                        required(row, "federation_id", UUID.class),
                        required(row, "consented_on", LocalDate.class)))
                .all();
    }

    @Override
    public Mono<Long> countLoose(RegionCode region, LocalDate day) {
        return database.sql(COUNT_LOOSE)
                .bind("region", region.value())
                .bind("day", day)
                .mapValue(Long.class)
                .one();
    }

    @Override
    public Flux<Loose> loose(RegionCode region, LocalDate day, String after, int most) {
        return database.sql(LOOSE)
                .bind("region", region.value())
                .bind("day", day)
                .bind("after", after)
                .bind("most", most)
                .map(row -> new Loose(
                        required(row, "id", UUID.class),
                        required(row, "name", String.class),
                        required(row, "region_code", String.class)))
                .all();
    }
}
