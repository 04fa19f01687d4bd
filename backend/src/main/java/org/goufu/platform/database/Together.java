package org.goufu.platform.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Does together what came in while the batch before was being done: alone at once, in a rush many for the price of one. */
public final class Together<I, O> {
    /** So many are answered one after another: to change the thread for each costs more than what most do with the answer. */
    private static final int SLICE = 8;

    private final int most;
    private final int atOnce;
    private final Function<List<I>, Mono<List<O>>> work;
    private final Supplier<Throwable> full;
    private final boolean again;
    private final Duration rest;
    private final BlockingQueue<Waiting<I, O>> queue;

    private int running;
    private int underWay;

    private record Waiting<I, O>(I item, Sinks.One<O> answer) {}

    private Together(
            int most,
            int atOnce,
            int waiting,
            Function<List<I>, Mono<List<O>>> work,
            Supplier<Throwable> full,
            boolean again,
            Duration rest) {
        this.most = most;
        this.atOnce = atOnce;
        this.work = work;
        this.full = full;
        this.again = again;
        this.rest = rest;
        this.queue = new ArrayBlockingQueue<>(waiting);
    }

    /**
     * A batch that fails is done again one by one, so that nobody fails for another.
     *
     * @param most how many a batch
     * @param atOnce how many batches at a time; another begins beside those under way when as many wait as are in them
     * @param waiting how many may wait; who comes then fails with {@code full}
     */
    public static <I, O> Together<I, O> writing(
            int most, int atOnce, int waiting, Function<List<I>, Mono<List<O>>> work, Supplier<Throwable> full) {
        return new Together<>(most, atOnce, waiting, work, full, true, Duration.ZERO);
    }

    /** As {@link #writing}, but a batch that fails has failed for all of it: what is only asked for is not to blame. */
    public static <I, O> Together<I, O> reading(
            int most, int atOnce, int waiting, Function<List<I>, Mono<List<O>>> work, Supplier<Throwable> full) {
        return new Together<>(most, atOnce, waiting, work, full, false, Duration.ZERO);
    }

    /**
     * As {@link #writing}, one batch at a time, for what nobody waits for: after each batch it rests, so that in a rush few batches do for
     * many.
     */
    public static <I, O> Together<I, O> resting(
            int most, Duration rest, int waiting, Function<List<I>, Mono<List<O>>> work, Supplier<Throwable> full) {
        return new Together<>(most, 1, waiting, work, full, true, rest);
    }

    /** Whoever stops listening does not stop the work; what each does with the answer waits for few others. */
    public Mono<O> with(I item) {
        return Mono.defer(() -> {
            var waiting = new Waiting<I, O>(item, Sinks.one());
            if (!queue.offer(waiting)) return Mono.error(full);
            next();
            return waiting.answer().asMono();
        });
    }

    private void next() {
        for (var batch = begin(); !batch.isEmpty(); batch = begin()) {
            var begun = batch;
            done(begun)
                    .then(rest.isZero() ? Mono.empty() : Mono.delay(rest))
                    .doFinally(end -> {
                        ended(begun.size());
                        next();
                    })
                    .subscribe();
        }
    }

    /** Beside another only when as many wait as are under way: two small ones cost nearly as much as two large ones. */
    private synchronized List<Waiting<I, O>> begin() {
        var batch = new ArrayList<Waiting<I, O>>();
        if (running == 0 || running < atOnce && queue.size() >= underWay) queue.drainTo(batch, most);
        if (batch.isEmpty()) return batch;
        running++;
        underWay += batch.size();
        return batch;
    }

    private synchronized void ended(int batch) {
        running--;
        underWay -= batch;
    }

    private Mono<Void> done(List<Waiting<I, O>> batch) {
        return Mono.defer(() -> work.apply(batch.stream().map(Waiting::item).toList()))
                .doOnNext(answers -> {
                    for (int from = 0; from < batch.size(); from += SLICE) {
                        int until = Math.min(from + SLICE, batch.size());
                        answer(batch.subList(from, until), answers.subList(from, until));
                    }
                })
                .then()
                .onErrorResume(failure -> failed(batch, failure));
    }

    private static <I, O> void answer(List<Waiting<I, O>> some, List<O> answers) {
        Schedulers.parallel().schedule(() -> {
            for (int i = 0; i < some.size(); i++) some.get(i).answer().tryEmitValue(answers.get(i));
        });
    }

    private Mono<Void> failed(List<Waiting<I, O>> batch, Throwable failure) {
        if (again && batch.size() > 1) {
            return Flux.fromIterable(batch).concatMap(one -> done(List.of(one))).then();
        }
        Schedulers.parallel().schedule(() -> batch.forEach(one -> one.answer().tryEmitError(failure)));
        return Mono.empty();
    }
}
