package org.goufu;

import org.springframework.r2dbc.core.DatabaseClient;

/** Supervisors of regions that the demo has none of, with the password of all demo accounts. */
public final class Supervisors {
    private final DatabaseClient database;

    public Supervisors(DatabaseClient database) {
        this.database = database;
    }

    /** The name to sign in with. */
    public String of(String region) {
        var username = "supervisor-" + region;
        database.sql("""
                        insert into account.account (id, username, display_name, roles, region_code, password_hash)
                        select gen_random_uuid(), :username, :username, roles, :region, password_hash
                          from account.account
                         where username = 'supervisor'
                            on conflict do nothing
                        """)
                .bind("username", username)
                .bind("region", region)
                .then()
                .block();
        return username;
    }
}
