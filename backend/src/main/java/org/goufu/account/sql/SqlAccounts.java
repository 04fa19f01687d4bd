package org.goufu.account.sql;

import static org.goufu.platform.database.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.account.domain.Account;
import org.goufu.account.usecase.Accounts;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Accounts in PostgreSQL. */
@Component
class SqlAccounts implements Accounts {
    private static final String BY_NAME = """
            select id, username, display_name, roles, department_id, organization_id, region_code, password_hash
              from account.account
             where username = :username and disabled_at is null and password_hash <> ''
            """;

    private static final String REHASH = """
            update account.account set password_hash = :hash where id = :id and password_hash = :before
            """;

    private final DatabaseClient database;

    SqlAccounts(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Account> find(String username) {
        return database.sql(BY_NAME)
                .bind("username", username)
                .map(SqlAccounts::account)
                .one();
    }

    @Override
    public Mono<Void> rehash(Account account, String passwordHash) {
        return database.sql(REHASH)
                .bind("hash", passwordHash)
                .bind("id", account.id())
                .bind("before", account.passwordHash())
                .then();
    }

    private static Account account(Readable row) {
        return new Account(
                required(row, "id", UUID.class),
                required(row, "username", String.class),
                required(row, "display_name", String.class),
                roles(row),
                row.get("department_id", UUID.class),
                row.get("organization_id", UUID.class),
                region(row),
                required(row, "password_hash", String.class));
    }

    static @Nullable RegionCode region(Readable row) {
        var code = row.get("region_code", String.class);
        return code == null ? null : new RegionCode(code);
    }

    static Set<Role> roles(Readable row) {
        return Arrays.stream(required(row, "roles", String[].class))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
