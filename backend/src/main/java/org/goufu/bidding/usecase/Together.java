package org.goufu.bidding.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Does together what came in while the batch before was being done: alone at once, in a rush many for the price of one commit.
 *
 * <p>A batch that fails is done again one by one, so that nobody fails for another.
 */
final class Together<I, O> {
    private final int most;
    private final int atOnce;
    private final Function<List<I>, Mono<List<O>>> work;
    private final Supplier<Throwable> full;
    private final BlockingQueue<Waiting<I, O>> queue;
    private final AtomicInteger running = new AtomicInteger();

    private record Waiting<I, O>(I item, Sinks.One<O> answer) {}

    /**
     * @param most how many a batch
     * @param atOnce how many batches at a time
     * @param waiting how many may wait; who comes then fails with {@code full}
     */
    Together(int most, int atOnce, int waiting, Function<List<I>, Mono<List<O>>> work, Supplier<Throwable> full) {
        this.most = most;
        this.atOnce = atOnce;
        this.work = work;
        this.full = full;
        this.queue = new ArrayBlockingQueue<>(waiting);
    }

    /** Whoever stops listening does not stop the work. */
    Mono<O> with(I item) {
        return Mono.defer(() -> {
            var waiting = new Waiting<I, O>(item, Sinks.one());
            if (!queue.offer(waiting)) return Mono.error(full);
            next();
            return waiting.answer().asMono();
        });
    }

    private void next() {
        while (!queue.isEmpty() && begin()) {
            var batch = new ArrayList<Waiting<I, O>>();
            queue.drainTo(batch, most);
            if (batch.isEmpty()) {
                running.decrementAndGet();
            } else {
                done(batch)
                        .doFinally(end -> {
                            running.decrementAndGet();
                            next();
                        })
                        .subscribe();
            }
        }
    }

    private boolean begin() {
        return running.getAndUpdate(now -> Math.min(now + 1, atOnce)) < atOnce;
    }

    private Mono<Void> done(List<Waiting<I, O>> batch) {
        return Mono.defer(() -> work.apply(batch.stream().map(Waiting::item).toList()))
                .doOnNext(answers -> {
                    for (int i = 0; i < batch.size(); i++) batch.get(i).answer().tryEmitValue(answers.get(i));
                })
                .then()
                .onErrorResume(failure -> failed(batch, failure));
    }

    private Mono<Void> failed(List<Waiting<I, O>> batch, Throwable failure) {
        if (batch.size() > 1) {
            return Flux.fromIterable(batch).concatMap(one -> done(List.of(one))).then();
        }
        batch.getFirst().answer().tryEmitError(failure);
        return Mono.empty();
    }
}
