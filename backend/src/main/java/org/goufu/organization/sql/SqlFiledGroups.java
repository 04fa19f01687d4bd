package org.goufu.organization.sql;

import java.util.UUID;
import org.goufu.organization.FiledGroups;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds groups by the beginning of their region's code. */
@Component
class SqlFiledGroups implements FiledGroups {
    private static final String IN = """
            select id
              from organization.body
             where kind = 'FILED_GROUP' and starts_with(region_code, :region)
             order by id
             limit :most
            """;

    private final DatabaseClient database;

    SqlFiledGroups(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<UUID> in(String regionCode, int most) {
        return database.sql(IN)
                .bind("region", regionCode)
                .bind("most", most)
                .mapValue(UUID.class)
                .all();
    }
}
