package org.goufu.demo.sql;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.goufu.account.PasswordHasher;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.demo.Showcase;
import org.goufu.demo.domain.DemoEvaluator;
import org.goufu.kernel.Role;
import org.goufu.platform.database.Transactions;
import org.goufu.reference.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Opens at least one account per role, all with the password of the HTTP contract; they act for the showcase's bodies and keep
 * its county, its street and one of its communities.
 */
@Component
class AccountsStep implements DemoStep {
    private static final String PASSWORD = "goufu-demo";
    /** All that the demo buys is supervised there. */
    private static final String PROVINCE = "51";
    /** 绵阳市: nothing of the tour is bought there. */
    private static final String ELSEWHERE = "5107";

    private static final String UPSERT = """
            insert into account.account
                (id, username, display_name, roles, department_id, organization_id, region_code, password_hash)
            values (:id, :username, :displayName, :roles, :department, :organization, :region, :hash)
                on conflict (username) do update
               set roles = excluded.roles, department_id = excluded.department_id, organization_id = excluded.organization_id,
                   region_code = excluded.region_code, password_hash = excluded.password_hash, disabled_at = null
            """;

    /** Which buys above the purchase limit, too, and has three people for it: one more than must open together. */
    private static final String BUREAU = """
            select id from organization.department where region_code = :county and name like '%民政局'
            """;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final PasswordHasher hasher;
    private final Regions regions;

    private record Account(
            String username,
            String displayName,
            Role role,
            @Nullable UUID department,
            @Nullable UUID organization,
            @Nullable String region) {

        static Account of(String username, String displayName, Role role) {
            return new Account(username, displayName, role, null, null, null);
        }

        static Account ofRegion(String username, String displayName, Role role, String region) {
            return new Account(username, displayName, role, null, null, region);
        }

        static Account ofBody(String username, String displayName, Role role, UUID body) {
            return new Account(username, displayName, role, null, body, null);
        }

        static Account ofDepartment(String username, String displayName, Role role, UUID department) {
            return new Account(username, displayName, role, department, null, null);
        }
    }

    AccountsStep(DatabaseClient database, Transactions transactions, PasswordHasher hasher, Regions regions) {
        this.database = database;
        this.transactions = transactions;
        this.hasher = hasher;
        this.regions = regions;
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
        // Everybody knows the password: one hash of it serves all, and the first start need not wait for thirty.
        return Mono.zip(bureau(), hasher.hash(PASSWORD))
                .flatMapMany(both -> Flux.fromIterable(accounts(Showcase.of(plan), both.getT1()))
                        .concatMap(account ->
                                transactions.write(insert(account, DemoPlan.id(plan.start(), random), both.getT2()))))
                .then();
    }

    private Mono<UUID> bureau() {
        return database.sql(BUREAU)
                .bind("county", Showcase.COUNTY)
                .mapValue(UUID.class)
                .one();
    }

    private List<Account> accounts(Showcase showcase, UUID bureau) {
        var community = regions.children(Showcase.STREET).getFirst().code();
        var accounts = new ArrayList<>(List.of(
                Account.ofDepartment("officer", "演示经办人", Role.DEPARTMENT_OFFICER, showcase.department()),
                Account.ofDepartment("approver", "演示审核人", Role.DEPARTMENT_APPROVER, showcase.department()),
                Account.ofBody("organization", "演示社会组织专员", Role.ORGANIZATION_AGENT, showcase.organization()),
                Account.ofBody(
                        "organization2",
                        "演示第二家机构专员",
                        Role.ORGANIZATION_AGENT,
                        showcase.rivals().getFirst()),
                Account.ofBody(
                        "organization3",
                        "演示第三家机构专员",
                        Role.ORGANIZATION_AGENT,
                        showcase.rivals().getLast()),
                Account.ofBody("federation", "演示联合会专员", Role.FEDERATION_STAFF, showcase.federation()),
                Account.ofBody("group", "演示备案组织联系人", Role.GROUP_CONTACT, showcase.group()),
                Account.ofBody("group2", "演示第二团队联系人", Role.GROUP_CONTACT, showcase.partner()),
                Account.ofBody("newcomer", "演示新团队联系人", Role.GROUP_CONTACT, showcase.newcomer()),
                Account.of("evaluator", "演示评审专家", Role.EVALUATOR),
                Account.ofRegion("supervisor", "演示监管人员", Role.SUPERVISOR, PROVINCE),
                Account.ofRegion("supervisor2", "演示绵阳监管人员", Role.SUPERVISOR, ELSEWHERE),
                Account.ofRegion("registrar", "演示登记人员", Role.REGISTRAR, Showcase.COUNTY),
                Account.ofRegion("street", "演示街道备案人员", Role.REGISTRAR, Showcase.STREET),
                Account.ofRegion("clerk", "演示街道窗口人员", Role.REGISTRAR, Showcase.STREET),
                Account.ofRegion("community", "演示社区工作者", Role.REGISTRAR, community),
                Account.of("admin", "演示管理员", Role.PLATFORM_ADMIN)));
        accounts.add(Account.ofDepartment("bureau", "演示民政经办人", Role.DEPARTMENT_OFFICER, bureau));
        accounts.add(Account.ofDepartment("bureau2", "演示民政第二经办人", Role.DEPARTMENT_OFFICER, bureau));
        accounts.add(Account.ofDepartment("bureau3", "演示民政审核人", Role.DEPARTMENT_APPROVER, bureau));
        DemoEvaluator.OTHERS.forEach(one -> accounts.add(Account.of(one.username(), one.name(), Role.EVALUATOR)));
        return accounts;
    }

    private Mono<Void> insert(Account account, UUID id, String hash) {
        return database.sql(UPSERT)
                .bind("id", id)
                .bind("username", account.username())
                .bind("displayName", account.displayName())
                .bind("roles", new String[] {account.role().name()})
                .bind("department", orNull(account.department(), UUID.class))
                .bind("organization", orNull(account.organization(), UUID.class))
                .bind("region", orNull(account.region(), String.class))
                .bind("hash", hash)
                .then();
    }

    private static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }
}
