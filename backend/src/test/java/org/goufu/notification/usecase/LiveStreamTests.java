package org.goufu.notification.usecase;

import static org.goufu.matching.MatchingFixtures.NOW;
import static org.goufu.matching.MatchingFixtures.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.goufu.notification.domain.Batch;
import org.goufu.notification.domain.Kind;
import org.goufu.notification.domain.Message;
import org.goufu.notification.domain.Reminder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class LiveStreamTests {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final UUID MINE = id("mine");
    private static final UUID OTHER = id("other");

    private final List<Message> table = new CopyOnWriteArrayList<>();
    private final Sinks.Many<String> hints = Sinks.many().multicast().directBestEffort();
    private final AtomicReference<Runnable> whileReading = new AtomicReference<>(() -> {});
    private final LiveStream stream = new LiveStream(new Table(), hints.asFlux());

    @AfterEach
    void end() {
        stream.stop();
    }

    private Message told(UUID recipient, long number) {
        var message = new Message(
                number,
                recipient,
                Kind.MATCH,
                null,
                id("purchase"),
                null,
                null,
                null,
                null,
                "第" + number,
                List.of(),
                NOW,
                false);
        table.add(message);
        return message;
    }

    private void wake() {
        hints.tryEmitNext("");
    }

    @Test
    void bringsWhatIsNewAndNotWhatWas() {
        told(MINE, 1);
        stream.start();
        StepVerifier.create(stream.to(Set.of(MINE), 0).map(Message::id).take(2))
                .then(() -> {
                    told(OTHER, 2);
                    told(MINE, 3);
                    wake();
                })
                .expectNext(3L)
                .then(() -> {
                    told(MINE, 4);
                    wake();
                })
                .expectNext(4L)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void resumesAfterAnIdWithoutGapOrRepetition() {
        for (long number = 1; number <= 1_200; number++) told(MINE, number);
        stream.start();
        // One more arrives live while the table is still being read.
        whileReading.set(() -> {
            whileReading.set(() -> {});
            told(MINE, 1_201);
            wake();
        });
        StepVerifier.create(stream.to(Set.of(MINE), 100).map(Message::id).take(1_102))
                .expectNextSequence(LongStream.rangeClosed(101, 1_201).boxed().toList())
                .then(() -> {
                    told(MINE, 1_202);
                    wake();
                })
                .expectNext(1_202L)
                .expectComplete()
                .verify(LIMIT);
    }

    @Test
    void aListenerThatIsTooSlowEndsInsteadOfFillingTheMemory() {
        stream.start();
        StepVerifier.create(stream.to(Set.of(MINE), 0).map(Message::id), 0)
                .then(() -> {
                    for (long number = 1; number <= LiveStream.MOST_WAITING + 10; number++) told(MINE, number);
                    wake();
                })
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(LiveStream.MOST_WAITING)
                .expectComplete()
                .verify(LIMIT);
    }

    /** The inbox as a list. */
    private final class Table implements Inbox {
        @Override
        public Mono<Void> deliver(Batch batch) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<UUID> toldOf(UUID lotId) {
            return Flux.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Boolean> isFirstReminder(UUID lotId, Instant deadline, Reminder reminder) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> mark(Collection<UUID> recipientIds, long id, boolean read) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Mono<Void> markAllRead(Collection<UUID> recipientIds) {
            return Mono.error(new UnsupportedOperationException());
        }

        @Override
        public Flux<Message> after(Collection<UUID> recipientIds, long id, int most) {
            return Flux.defer(() -> {
                whileReading.get().run();
                return between(recipientIds, id, Long.MAX_VALUE, most);
            });
        }

        @Override
        public Flux<Message> between(Collection<UUID> recipientIds, long after, long upTo, int most) {
            return Flux.fromStream(() -> table.stream()
                    .filter(message -> recipientIds.contains(message.recipientId()))
                    .filter(message -> message.id() > after && message.id() <= upTo)
                    .limit(most));
        }

        @Override
        public Mono<Long> newest() {
            return Mono.fromSupplier(
                    () -> table.stream().mapToLong(Message::id).max().orElse(0));
        }
    }
}
