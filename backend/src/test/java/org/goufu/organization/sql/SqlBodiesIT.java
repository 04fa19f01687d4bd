package org.goufu.organization.sql;

import org.goufu.GoufuIT;
import org.goufu.organization.usecase.Bodies;
import org.goufu.organization.usecase.BodiesContract;
import org.goufu.organization.usecase.BodyHistory;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlBodiesIT extends BodiesContract {
    @Autowired
    private Bodies bodies;

    @Autowired
    private BodyHistory history;

    @Autowired
    private DatabaseClient database;

    @Override
    protected Bodies bodies() {
        return bodies;
    }

    @Override
    protected BodyHistory history() {
        return history;
    }

    @AfterEach
    void leaveTheRegistryAsItWas() {
        database.sql("delete from organization.joined_body where record ->> 'registration_authority' = :authority")
                .bind("authority", AUTHORITY)
                .then()
                .block();
        database.sql("delete from organization.body where registration_authority = :authority")
                .bind("authority", AUTHORITY)
                .then()
                .block();
    }
}
