package org.goufu.federation.sql;

import java.util.Collection;
import java.util.UUID;
import org.goufu.organization.BodyUse;
import org.goufu.platform.database.Among;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Finds members, past and asked ones too, and federations. */
@Component
class SqlMembershipUse implements BodyUse {
    private static final String OF = """
            select member_id as id from federation.membership where member_id = any(:ids)
             union
            select id from federation.federation where id = any(:ids)
            """;

    private final DatabaseClient database;

    SqlMembershipUse(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Used> of(Collection<UUID> bodyIds) {
        return Among.of(database, OF, bodyIds).map(id -> new Used(id, What.MEMBERSHIP));
    }
}
