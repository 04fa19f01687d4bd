package org.goufu.organization.sql;

import java.util.List;
import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.kernel.Ids;
import org.goufu.organization.RegistryWork.Matter;
import org.goufu.organization.usecase.Settlements;
import org.goufu.organization.usecase.SettlementsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlSettlementsIT extends SettlementsContract {
    private static final String GROUP = """
            insert into organization.body (id, name, kind, filing_number, region_code, business_scope, address)
            values (:id, 'SettlementsContract', 'FILED_GROUP', cast(:id as text), :region, '', '')
            """;
    private static final String REASON = """
            select reason
              from organization.settled_conflict
             where matter = :matter
               and bodies = (select array_agg(id order by id) from unnest(cast(:ids as uuid[])) as id)
            """;

    @Autowired
    private Settlements settlements;

    @Autowired
    private DatabaseClient database;

    @Override
    protected Settlements settlements() {
        return settlements;
    }

    @Override
    protected UUID body(String region) {
        var id = Ids.next();
        database.sql(GROUP).bind("id", id).bind("region", region).then().block();
        return id;
    }

    @Override
    protected @Nullable String reason(Matter matter, List<UUID> ids) {
        return database.sql(REASON)
                .bind("matter", matter.name())
                .bind("ids", ids.toArray(UUID[]::new))
                .mapValue(String.class)
                .one()
                .block();
    }

    @AfterEach
    void leaveTheRegistryAsItWas() {
        database.sql("delete from organization.body where name = 'SettlementsContract'")
                .then()
                .block();
    }
}
