package org.goufu.organization.sql;

import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.kernel.Ids;
import org.goufu.organization.usecase.Facts;
import org.goufu.organization.usecase.FactsContract;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlFactsIT extends FactsContract {
    private static final String GROUP = """
            insert into organization.body (id, name, kind, filing_number, region_code, business_scope, address)
            values (:id, 'FactsContract', 'FILED_GROUP', cast(:id as text), '510104023005', '', '')
            """;

    @Autowired
    private Facts facts;

    @Autowired
    private DatabaseClient database;

    @Override
    protected Facts facts() {
        return facts;
    }

    @Override
    protected UUID body() {
        var id = Ids.next();
        database.sql(GROUP).bind("id", id).then().block();
        return id;
    }

    @AfterEach
    void leaveTheRegistryAsItWas() {
        database.sql("delete from organization.body where name = 'FactsContract'")
                .then()
                .block();
    }
}
