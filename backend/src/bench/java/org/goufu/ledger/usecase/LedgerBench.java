package org.goufu.ledger.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.goufu.TestHouse;
import org.goufu.bench.Figures;
import org.goufu.bench.GoufuBench;
import org.goufu.kernel.Ids;
import org.goufu.ledger.Act;
import org.goufu.ledger.Ledger;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** What entering, proving and checking cost when the log has grown to 100,000 entries. */
@GoufuBench
class LedgerBench {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 1_000;
    private static final int SINGLE = 500;

    @Autowired
    private TestHouse house;

    @Autowired
    private Ledger ledger;

    @Autowired
    private CheckLog check;

    @Autowired
    private Transactions transactions;

    @Autowired
    private DatabaseClient database;

    @Test
    void measure() {
        long begin = System.nanoTime();
        long before = size();
        while (size() < ENTRIES) enter(BATCH, Act.Kind.BID_SUBMITTED);
        report("blinded acts in batches of %d: %.0f a second", BATCH, (size() - before) / seconds(begin));
        report("one open act of a purchase, committed: %s", repeated(() -> enter(1, Act.Kind.NOTICE_PUBLISHED)));
        read("/api/ledger/checkpoint");
        report("an inclusion proof over HTTP: %s", repeated(() -> read("/api/ledger/entries/17/proof")));
        report("a full tile over HTTP: %s", repeated(() -> read("/api/ledger/tile/0/123")));
        var purchase = database.sql("select purchase::text from ledger.act where index = 17")
                .mapValue(String.class)
                .one()
                .block(LIMIT);
        report("a purchase's bundle over HTTP: %s", repeated(() -> read("/api/purchases/" + purchase + "/bundle")));
        begin = System.nanoTime();
        check.againstHeads().block(LIMIT);
        report("check at the start: %.0f ms", seconds(begin) * 1_000);
        begin = System.nanoTime();
        check.wholly().block(LIMIT);
        report("hourly check of %d entries: %.1f s", size(), seconds(begin));
        assertThat(database.sql("select count(*) from ledger.halt")
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT))
                .isZero();
    }

    private void enter(int many, Act.Kind kind) {
        var acts = IntStream.range(0, many)
                .mapToObj(i -> new Act(kind, Ids.next(), Ids.next(), Map.<String, Object>of("digest", "0".repeat(64))))
                .toList();
        transactions.write(ledger.enter(List.copyOf(acts))).block(LIMIT);
    }

    private void read(String path) {
        house.anonymous().get().uri(path).exchange().expectStatus().isOk().expectBody().returnResult();
    }

    private static Figures repeated(Runnable act) {
        var figures = new Figures(SINGLE);
        for (int i = 0; i < SINGLE; i++) {
            long begin = System.nanoTime();
            act.run();
            figures.add(System.nanoTime() - begin);
        }
        return figures;
    }

    private long size() {
        return database.sql("select size from ledger.head").mapValue(Long.class).one().block(LIMIT);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void report(String form, Object... values) {
        Figures.report("ledger", form.formatted(values));
    }
}
