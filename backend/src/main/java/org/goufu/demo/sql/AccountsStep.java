package org.goufu.demo.sql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.List;
import java.util.UUID;
import org.goufu.account.PasswordHasher;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.Showcase;
import org.goufu.kernel.Role;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens one account per role, all with the password of the HTTP contract; they act for the showcase's bodies. */
@Component
class AccountsStep implements DemoStep {
    private static final String PASSWORD = "goufu-demo";

    private static final String UPSERT = """
            insert into account.account (id, username, display_name, roles, department_id, organization_id, password_hash)
            values (:id, :username, :displayName, :roles, :department, :organization, :hash)
                on conflict (username) do update
               set roles = excluded.roles, department_id = excluded.department_id, organization_id = excluded.organization_id,
                   password_hash = excluded.password_hash, disabled_at = null
            """;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final PasswordHasher hasher;

    private record Account(
            String username,
            String displayName,
            Role role,
            @Nullable UUID department,
            @Nullable UUID organization) {}

    AccountsStep(DatabaseClient database, Transactions transactions, PasswordHasher hasher) {
        this.database = database;
        this.transactions = transactions;
        this.hasher = hasher;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        var random = plan.random("accounts");
        return Flux.fromIterable(accounts(Showcase.of(plan)))
                .concatMap(account -> open(account, DemoPlan.id(plan.start(), random)))
                .then();
    }

    private static List<Account> accounts(Showcase showcase) {
        return List.of(
                new Account("officer", "演示经办人", Role.DEPARTMENT_OFFICER, showcase.department(), null),
                new Account("approver", "演示审核人", Role.DEPARTMENT_APPROVER, showcase.department(), null),
                new Account("organization", "演示社会组织专员", Role.ORGANIZATION_AGENT, null, showcase.organization()),
                new Account("federation", "演示联合会专员", Role.FEDERATION_STAFF, null, showcase.federation()),
                new Account("group", "演示备案组织联系人", Role.GROUP_CONTACT, null, showcase.group()),
                new Account("evaluator", "演示评审专家", Role.EVALUATOR, null, null),
                new Account("supervisor", "演示监管人员", Role.SUPERVISOR, null, null),
                new Account("registrar", "演示登记人员", Role.REGISTRAR, null, null),
                new Account("admin", "演示管理员", Role.PLATFORM_ADMIN, null, null));
    }

    private Mono<Void> open(Account account, UUID id) {
        return hasher.hash(PASSWORD).flatMap(hash -> transactions.write(insert(account, id, hash)));
    }

    private Mono<Void> insert(Account account, UUID id, String hash) {
        return database.sql(UPSERT)
                .bind("id", id)
                .bind("username", account.username())
                .bind("displayName", account.displayName())
                .bind("roles", new String[] {account.role().name()})
                .bind("department", orNull(account.department()))
                .bind("organization", orNull(account.organization()))
                .bind("hash", hash)
                .then();
    }

    private static Parameter orNull(@Nullable UUID id) {
        return id == null ? Parameters.in(UUID.class) : Parameters.in(id);
    }
}
