package org.goufu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.ledger.domain.Bundle;
import org.goufu.ledger.domain.BundleCheck;
import org.goufu.ledger.domain.BundleFault;
import org.goufu.ledger.domain.Verifier;
import org.goufu.ledger.usecase.MakeBundle;
import org.goufu.platform.database.Transactions;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/**
 * What becomes of a purchase's bundle after somebody with all rights changed rows of the database (security.md 6.4). Everything is taken
 * back.
 */
public final class TamperedDatabase {
    private final MakeBundle bundles;
    private final Transactions transactions;
    private final DatabaseClient database;
    private final Verifier key;
    private final UUID purchase;
    private final Map<String, Object> values;
    private final Map<String, ByteBuffer> honest;

    /** @param values for the names in the statements to come */
    public TamperedDatabase(
            MakeBundle bundles,
            Transactions transactions,
            DatabaseClient database,
            Verifier key,
            UUID purchase,
            Map<String, Object> values) {
        this.bundles = bundles;
        this.transactions = transactions;
        this.database = database;
        this.key = key;
        this.purchase = purchase;
        this.values = values;
        this.honest = served(Mono.empty());
    }

    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The verifier says so, and did not before. */
    public void names(BundleFault fault, String statement) {
        assertThat(faults(honest)).as("before: %s", statement).doesNotContain(fault);
        assertThat(faults(served(changed(statement)))).as(statement).contains(fault);
    }

    /** The bundle comes from the ledger, and from the exact bytes that it names: rows beside them change nothing in it. */
    public void changesNothing(String statement) {
        assertThat(served(changed(statement)).equals(honest)).as(statement).isTrue();
    }

    private Mono<Void> changed(String statement) {
        var change = database.sql(statement);
        for (var value : values.entrySet()) {
            if (statement.contains(":" + value.getKey())) change = change.bind(value.getKey(), value.getValue());
        }
        return database.sql("set local session_replication_role = replica")
                .then()
                .then(change.fetch().rowsUpdated())
                .doOnNext(rows -> assertThat(rows).as(statement).isPositive())
                .then(database.sql("set local session_replication_role = origin")
                        .then());
    }

    private Map<String, ByteBuffer> served(Mono<Void> deed) {
        var files = new TreeMap<String, ByteBuffer>();
        StepVerifier.create(transactions.write(
                        deed.thenMany(Flux.defer(() -> bundles.of(purchase).flatMapMany(all -> all)))
                                .doOnNext(file -> files.put(file.path(), ByteBuffer.wrap(file.bytes())))
                                .then(Mono.error(new RolledBack()))))
                .verifyError(RolledBack.class);
        return files;
    }

    private Set<BundleFault> faults(Map<String, ByteBuffer> files) {
        var read = new TreeMap<String, byte[]>();
        files.forEach((path, bytes) -> read.put(path, bytes.array()));
        return BundleCheck.of(new Bundle(read), key).findings().stream()
                .map(BundleCheck.Finding::fault)
                .collect(Collectors.toSet());
    }
}
