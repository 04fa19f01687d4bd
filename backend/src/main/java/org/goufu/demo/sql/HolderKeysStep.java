package org.goufu.demo.sql;

import static java.util.Objects.requireNonNull;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.goufu.bidding.TrainingKeys;
import org.goufu.demo.DemoPlan;
import org.goufu.demo.DemoStep;
import org.goufu.demo.Progress;
import org.goufu.kernel.Actor;
import org.goufu.kernel.RegionCode;
import org.goufu.kernel.Role;
import org.goufu.platform.database.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives the people of both departments and the supervisors opening keys; their files can be downloaded, as they never could elsewhere. */
@Component
class HolderKeysStep implements DemoStep {
    private static final String PASSPHRASE = "goufu-demo";

    /** Who vouches for whom. */
    private static final Map<String, String> SECOND_PERSONS = Map.of(
            "officer", "演示审核人",
            "approver", "演示经办人",
            "bureau", "演示民政审核人",
            "bureau2", "演示民政审核人",
            "bureau3", "演示民政经办人",
            "supervisor", "演示管理员",
            "supervisor2", "演示管理员");

    private static final String ACCOUNTS = """
            select * from account.account
             where username in ('officer', 'approver', 'bureau', 'bureau2', 'bureau3', 'supervisor', 'supervisor2')
             order by username
            """;
    private static final String KEEP = """
            insert into demo.key_file (account_id, file) values (:account, :file)
            """;

    private final DatabaseClient database;
    private final Transactions transactions;
    private final ObjectProvider<TrainingKeys> keys;

    HolderKeysStep(DatabaseClient database, Transactions transactions, ObjectProvider<TrainingKeys> keys) {
        this.database = database;
        this.transactions = transactions;
        this.keys = keys;
    }

    @Override
    public int order() {
        return 360;
    }

    @Override
    public String name() {
        return "holder-keys";
    }

    @Override
    public Mono<Void> load(DemoPlan plan, Progress progress) {
        var random = plan.random("holder-keys");
        return transactions.write(database.sql(ACCOUNTS)
                .map(HolderKeysStep::actor)
                .all()
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(actor -> enrol(actor, random))
                .then());
    }

    private Mono<Void> enrol(Actor actor, RandomGenerator random) {
        return keys.getObject()
                .enrol(actor, requireNonNull(SECOND_PERSONS.get(actor.username())), PASSPHRASE, random)
                .flatMap(file -> database.sql(KEEP)
                        .bind("account", actor.accountId())
                        .bind("file", file)
                        .then());
    }

    private static Actor actor(Readable row) {
        return new Actor(
                requireNonNull(row.get("id", UUID.class)),
                requireNonNull(row.get("username", String.class)),
                requireNonNull(row.get("display_name", String.class)),
                Arrays.stream(requireNonNull(row.get("roles", String[].class)))
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.get("department_id", UUID.class),
                null,
                Optional.ofNullable(row.get("region_code", String.class))
                        .map(RegionCode::new)
                        .orElse(null));
    }
}
