package org.goufu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class TogetherTests {
    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final Sinks.Empty<Void> gate = Sinks.empty();

    private Together<Integer, String> together(int most, int waiting) {
        return Together.writing(most, 1, waiting, this::work, () -> new IllegalStateException("full"));
    }

    private Mono<List<String>> work(List<Integer> batch) {
        batches.add(batch);
        if (batch.contains(-1)) return Mono.error(new IllegalArgumentException("no"));
        return gate.asMono().then(Mono.just(batch.stream().map(String::valueOf).toList()));
    }

    @Test
    void theFirstGoesAloneAndTheRestTogether() {
        var together = together(10, 100);
        var all = Flux.range(0, 8).flatMap(together::with, 8).collectList().cache();
        all.subscribe();
        gate.tryEmitEmpty();

        StepVerifier.create(all)
                .assertNext(answers -> assertThat(answers).hasSize(8))
                .verifyComplete();
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void anotherBeginsBesideOneWhenAsManyWait() {
        var ends = new ArrayList<Sinks.One<List<String>>>();
        Together<Integer, String> together = Together.writing(
                10,
                2,
                100,
                batch -> {
                    batches.add(batch);
                    ends.add(Sinks.one());
                    return ends.getLast().asMono();
                },
                () -> new IllegalStateException("full"));
        for (int item = 0; item < 5; item++) together.with(item).subscribe();
        ends.getFirst().tryEmitValue(List.of("0"));
        ends.get(1).tryEmitValue(List.of("1"));
        for (int item = 5; item < 7; item++) together.with(item).subscribe();
        assertThat(batches).containsExactly(List.of(0), List.of(1), List.of(2, 3, 4));

        together.with(7).subscribe();
        assertThat(batches).containsExactly(List.of(0), List.of(1), List.of(2, 3, 4), List.of(5, 6, 7));
    }

    @Test
    void nobodyFailsForAnother() {
        gate.tryEmitEmpty();
        var together = together(10, 100);
        var answers = Flux.just(1, -1, 2)
                .flatMapSequential(item -> together.with(item).onErrorResume(failure -> Mono.just("failed")));

        StepVerifier.create(answers).expectNext("1", "failed", "2").verifyComplete();
    }

    @Test
    void whatNobodyWaitsForRestsBetweenBatches() {
        gate.tryEmitEmpty();
        StepVerifier.withVirtualTime(() -> {
                    Together<Integer, String> together = Together.resting(
                            10, Duration.ofSeconds(1), 100, this::work, () -> new IllegalStateException("full"));
                    together.with(0).subscribe();
                    return Flux.range(1, 3).flatMap(together::with);
                })
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext("1", "2", "3")
                .verifyComplete();
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3));
    }

    @Test
    void aReadThatFailsIsNotAskedAgain() {
        Together<Integer, String> together =
                Together.reading(10, 1, 100, this::work, () -> new IllegalStateException("full"));
        var answers = Flux.just(1, -1, 2)
                .flatMapSequential(item -> together.with(item).onErrorResume(failure -> Mono.just("failed")))
                .collectList()
                .cache();
        answers.subscribe();
        gate.tryEmitEmpty();

        StepVerifier.create(answers)
                .expectNext(List.of("1", "failed", "failed"))
                .verifyComplete();
        assertThat(batches).hasSize(2);
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsTold() {
        var together = together(1, 1);
        together.with(1).subscribe();
        together.with(2).subscribe();

        StepVerifier.create(together.with(3)).verifyErrorMessage("full");
    }

    @Test
    void everybodyIsAnsweredUnderLoad() {
        gate.tryEmitEmpty();
        var together = together(7, 100_000);
        var wanted = IntStream.range(0, 20_000).mapToObj(String::valueOf).toList();

        var answers = Flux.range(0, 20_000)
                .flatMapSequential(item -> together.with(item).subscribeOn(Schedulers.parallel()), 500)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(answers).isEqualTo(wanted);
    }
}
