package org.goufu.ledger.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.goufu.ledger.domain.Span;
import org.goufu.platform.database.QuietTransactions;
import org.goufu.platform.database.Transactions;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** A ledger of any size is gone through in pages, one at a time. */
class CheckLogTests {
    private static final int PAGE = 1_000;

    private final List<Span> asked = new ArrayList<>();

    @Test
    void asksForEveryPlaceOnceAndForNoMoreThanAPage() {
        StepVerifier.create(checking(Set.of()).acts(2_500, PAGE)).verifyComplete();
        assertThat(asked)
                .containsExactly(
                        new Span(0, 1_000),
                        new Span(1_000, 2_000),
                        new Span(2_000, 2_500),
                        new Span(2_500, Long.MAX_VALUE));
    }

    @Test
    void endsWithAFullLastPage() {
        StepVerifier.create(checking(Set.of()).acts(2_000, PAGE)).verifyComplete();
        assertThat(asked).hasSize(3).contains(new Span(1_000, 2_000), new Span(2_000, Long.MAX_VALUE));
    }

    @Test
    void namesWhatIsBrokenOnAnyPage() {
        StepVerifier.create(checking(Set.of(7L, 1_700L, 2_499L)).acts(2_500, PAGE))
                .assertNext(halt -> assertThat(halt.reason()).endsWith("at 7, 1700, 2499"))
                .verifyComplete();
    }

    /** An act without an entry, behind all of them. */
    @Test
    void namesWhatWasNeverEntered() {
        StepVerifier.create(checking(Set.of(9_999L)).acts(2_500, PAGE))
                .assertNext(halt -> assertThat(halt.reason()).endsWith("at 9999"))
                .verifyComplete();
    }

    @Test
    void stopsWhenAFewAreNamed() {
        var broken = new TreeSet<>(LongStream.range(0, 40).boxed().toList());
        StepVerifier.create(checking(broken).acts(2_500, PAGE))
                .assertNext(halt -> assertThat(halt.reason()).endsWith("at 0, 1, 2, 3, 4, 5, 6, 7, 8, 9"))
                .verifyComplete();
        assertThat(asked).containsExactly(new Span(0, 1_000));
    }

    private CheckLog checking(Set<Long> broken) {
        var log = (Log) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("brokenActs"))
                        throw new UnsupportedOperationException(method.getName());
                    var span = new Span((long) arguments[0], (long) arguments[1]);
                    return Flux.defer(() -> {
                        asked.add(span);
                        return Flux.fromStream(broken.stream()
                                .sorted()
                                .filter(place -> place >= span.first() && place < span.end())
                                .limit((int) arguments[2]));
                    });
                });
        var settings = new LedgerSettings("ledger.test", "", Path.of("none"), Path.of("none"));
        var key = new LedgerKey(settings, false);
        return new CheckLog(
                log,
                new KnownHeads(settings, key),
                key,
                new Soundness(log, new SimpleMeterRegistry()),
                new Transactions(new QuietTransactions()));
    }
}
