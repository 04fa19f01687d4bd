package org.goufu.account.sql;

import java.util.UUID;
import org.goufu.GoufuIT;
import org.goufu.account.usecase.Activations;
import org.goufu.account.usecase.ActivationsContract;
import org.goufu.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

@GoufuIT
class SqlActivationsIT extends ActivationsContract {
    @Autowired
    private Activations activations;

    @Autowired
    private DatabaseClient database;

    @Override
    protected Activations activations() {
        return activations;
    }

    @Override
    protected String hash(UUID account) {
        return database.sql("select password_hash from account.account where id = :id")
                .bind("id", account)
                .mapValue(String.class)
                .one()
                .block();
    }

    @Override
    protected Role role(UUID account) {
        return Role.valueOf(database.sql("select roles[1] from account.account where id = :id")
                .bind("id", account)
                .mapValue(String.class)
                .one()
                .block());
    }

    @AfterEach
    void takeTheAccountsAway() {
        database.sql("delete from account.account where starts_with(username, :prefix)")
                .bind("prefix", PREFIX)
                .then()
                .block();
    }
}
