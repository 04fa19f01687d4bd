package org.goufu.ledger.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.goufu.ledger.Act;
import org.goufu.ledger.EarlierActs;
import org.goufu.ledger.ListLedger;
import org.goufu.platform.database.QuietTransactions;
import org.goufu.platform.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What was done before the ledger was told of it is entered page by page, and only when something is missing. */
class EnterEarlierActsTests {
    private final ListLedger ledger = new ListLedger();
    private final QuietTransactions commits = new QuietTransactions();

    @Test
    void entersPageByPageInTheOrderOfTheStore() {
        var store = Numbered.upTo(2_500);
        var told = new ArrayList<Long>();

        StepVerifier.create(entering(store).now(told::add)).verifyComplete();

        assertThat(ledger.acts).isEqualTo(store.acts());
        assertThat(told).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(commits.committed).isEqualTo(3);
    }

    @Test
    void endsAfterAFullLastPage() {
        StepVerifier.create(entering(Numbered.upTo(1_000)).now(done -> {})).verifyComplete();
        assertThat(ledger.acts).hasSize(1_000);
    }

    @Test
    void readsNothingWhenNothingIsMissing() {
        var store = Numbered.upTo(3);
        ledger.enter(store.acts()).block();
        StepVerifier.create(entering(store).now(done -> {})).verifyComplete();
        assertThat(commits.committed).isZero();
    }

    @Test
    void countsAllKindsOfAStore() {
        var store = new Numbered(3, Set.of(Act.Kind.SIGNING_KEY_ENROLLED, Act.Kind.SIGNING_KEY_REVOKED));
        ledger.enter(store.acts().subList(0, 5)).block();

        StepVerifier.create(entering(store).now(done -> {})).verifyComplete();

        assertThat(ledger.acts).containsExactlyInAnyOrderElementsOf(store.acts());
    }

    @Test
    void goesOnWithTheNextStoreWhenItOnlyLooksAgain() {
        var store = Numbered.upTo(2);

        StepVerifier.create(entering(new Broken(), store).lookAgain()).verifyComplete();
        assertThat(ledger.acts).isEqualTo(store.acts());

        StepVerifier.create(entering(new Broken(), store).now(done -> {})).verifyErrorMessage("out of order");
    }

    private EnterEarlierActs entering(EarlierActs<?>... stores) {
        return new EnterEarlierActs(List.of(stores), ledger, new Transactions(commits));
    }

    private record Numbered(int size, Set<Act.Kind> kinds) implements EarlierActs<Integer> {
        static Numbered upTo(int size) {
            return new Numbered(size, Set.of(Act.Kind.NOTICE_PUBLISHED));
        }

        List<Act> acts() {
            return IntStream.rangeClosed(1, size).boxed().flatMap(this::acts).toList();
        }

        @Override
        public Mono<Long> done() {
            return Mono.just((long) size * kinds.size());
        }

        @Override
        public Flux<Integer> after(@Nullable Integer last, int most) {
            var from = last == null ? 1 : last + 1;
            return Flux.range(from, Math.min(most, size - from + 1));
        }

        @Override
        public Flux<Act> of(Integer number) {
            return Flux.fromStream(() -> acts(number));
        }

        private Stream<Act> acts(int number) {
            return kinds.stream().map(kind -> new Act(kind, new UUID(0, number), null, Map.of()));
        }
    }

    private static final class Broken implements EarlierActs<Integer> {
        @Override
        public Set<Act.Kind> kinds() {
            return Set.of(Act.Kind.AWARDED);
        }

        @Override
        public Mono<Long> done() {
            return Mono.error(new IllegalStateException("out of order"));
        }

        @Override
        public Flux<Integer> after(@Nullable Integer last, int most) {
            return Flux.empty();
        }

        @Override
        public Flux<Act> of(Integer one) {
            return Flux.empty();
        }
    }
}
