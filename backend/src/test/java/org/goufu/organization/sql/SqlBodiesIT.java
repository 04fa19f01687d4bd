package org.goufu.organization.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.goufu.GoufuIT;
import org.goufu.organization.JoinedBodies;
import org.goufu.organization.domain.RegistryFixtures;
import org.goufu.organization.usecase.Bodies;
import org.goufu.organization.usecase.BodiesContract;
import org.goufu.organization.usecase.BodyHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlBodiesIT extends BodiesContract {
    @Autowired
    private Bodies bodies;

    @Autowired
    private BodyHistory history;

    @Autowired
    private JoinedBodies joined;

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

    @Test
    void whoWasJoinedWithAJoinedEntryFollowsIt() {
        var first = added();
        var second = added();
        var third = added();
        assertThat(joined.nowUnder(first.id()).block(LIMIT)).isNull();
        bodies.retire(first, second.id(), RegistryFixtures.registrarOf("510104"))
                .block(LIMIT);
        assertThat(joined.nowUnder(first.id()).block(LIMIT)).isEqualTo(second.id());
        bodies.retire(second, third.id(), RegistryFixtures.registrarOf("510104"))
                .block(LIMIT);
        assertThat(joined.nowUnder(first.id()).block(LIMIT)).isEqualTo(third.id());
        assertThat(joined.nowUnder(second.id()).block(LIMIT)).isEqualTo(third.id());
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
