package org.goufu.organization.sql;

import org.goufu.GoufuIT;
import org.goufu.organization.usecase.Filings;
import org.goufu.organization.usecase.FilingsContract;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlFilingsIT extends FilingsContract {
    @Autowired
    private Filings filings;

    @Autowired
    private DatabaseClient database;

    @Override
    protected Filings filings() {
        return filings;
    }

    @AfterEach
    void leaveTheRegistryAsItWas() {
        database.sql("delete from organization.filing where starts_with(name, :prefix)")
                .bind("prefix", PREFIX)
                .then()
                .block();
    }
}
