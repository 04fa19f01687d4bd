package org.goufu.organization.usecase;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.goufu.kernel.ProblemException;
import org.goufu.organization.BodiesImported;
import org.goufu.organization.BodyUse;
import org.goufu.organization.domain.ImportProblem;
import org.goufu.organization.usecase.ImportSteps.Claimed;
import org.goufu.organization.usecase.ImportSteps.Ending;
import org.goufu.platform.database.Transactions;
import org.goufu.platform.outbox.Outbox;
import org.goufu.platform.time.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Carries imports on in the background, one at a time on every instance.
 *
 * <p>Each step is one transaction: a process that dies leaves the import as it was, and when its lease runs out another begins the step
 * again. After {@link #MOST_ATTEMPTS} the import goes back to where it was safe.
 */
@Component
class WorkImports {
    private static final Logger LOG = LoggerFactory.getLogger(WorkImports.class);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int MOST_ATTEMPTS = 3;

    private final ImportSteps steps;
    private final ReadImport readImport;
    private final List<BodyUse> uses;
    private final Transactions transactions;
    private final Outbox outbox;
    private final BusinessClock clock;

    WorkImports(
            ImportSteps steps,
            ReadImport readImport,
            List<BodyUse> uses,
            Transactions transactions,
            Outbox outbox,
            BusinessClock clock) {
        this.steps = steps;
        this.readImport = readImport;
        this.uses = uses;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins the next round only when this one has ended. */
    @Scheduled(fixedDelayString = "PT0.3S")
    Mono<Void> round() {
        return steps.claim().flatMap(this::carryOn).onErrorResume(failure -> {
            LOG.warn("an import could not be carried on: {}", failure.toString());
            return Mono.empty();
        });
    }

    private Mono<Void> carryOn(Claimed claimed) {
        if (claimed.attempts() > MOST_ATTEMPTS) {
            return steps.refuse(claimed, ImportProblem.BROKE_OFF.code(), List.of(), false);
        }
        var done = new AtomicInteger();
        var work = clock.today().flatMap(today -> step(claimed, today, done));
        return telling(claimed, done, work).onErrorResume(ProblemException.class, refused -> refuse(claimed, refused));
    }

    private Mono<Void> step(Claimed claimed, LocalDate today, AtomicInteger done) {
        return switch (claimed.work().state()) {
            case READING -> read(claimed, today, done);
            case COMPARING -> transactions.write(steps.compare(claimed, today));
            case APPLYING -> transactions.write(apply(claimed, today, done));
            case UNDOING -> transactions.write(undo(claimed, done));
            default -> Mono.empty();
        };
    }

    /** Says how far the work is while it goes on: outside of its transaction, else nobody would see it. */
    private Mono<Void> telling(Claimed claimed, AtomicInteger done, Mono<Void> work) {
        var ended = Sinks.<Void>empty();
        var told = Flux.interval(TELL_EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> steps.progress(claimed, done.get()).onErrorComplete())
                .takeUntilOther(ended.asMono());
        return Mono.when(told, work.doFinally(signal -> ended.tryEmitEmpty()));
    }

    private Mono<Void> read(Claimed claimed, LocalDate today, AtomicInteger done) {
        return readImport
                .of(claimed.work(), today, done)
                .flatMap(read -> transactions.write(steps.read(claimed, read.mapping(), read.rows())));
    }

    private Mono<Void> apply(Claimed claimed, LocalDate today, AtomicInteger done) {
        return steps.lock(claimed)
                .flatMap(stale -> stale > 0
                        ? Mono.<Integer>error(ImportProblem.CHANGED_MEANWHILE.raise(stale))
                        : steps.lastRow(claimed.work().id()))
                .flatMap(last -> ranges(last)
                        .concatMap(from -> tell(claimed, steps.apply(claimed, from, from + ROWS_AT_ONCE - 1, today))
                                .doOnSuccess(ignored -> done.addAndGet(ROWS_AT_ONCE)))
                        .then(steps.finish(claimed, Ending.APPLIED)));
    }

    private Mono<Void> undo(Claimed claimed, AtomicInteger done) {
        return steps.lock(claimed)
                .then(steps.lastRow(claimed.work().id()))
                .flatMap(last -> ranges(last)
                        .concatMap(from -> keepUsed(claimed, from)
                                .then(tell(claimed, steps.undo(claimed, from, from + ROWS_AT_ONCE - 1)))
                                .doOnSuccess(ignored -> done.addAndGet(ROWS_AT_ONCE)))
                        .then(steps.finish(claimed, Ending.UNDONE)));
    }

    /** A body on which somebody rests does not disappear with the import that brought it. */
    private Mono<Void> keepUsed(Claimed claimed, int from) {
        int to = from + ROWS_AT_ONCE - 1;
        return steps.added(claimed, from, to)
                .collectList()
                .filter(added -> !added.isEmpty())
                .flatMapMany(added -> Flux.fromIterable(uses).concatMap(use -> use.of(added)))
                .distinct(BodyUse.Used::bodyId)
                .collectList()
                .filter(used -> !used.isEmpty())
                .flatMap(used -> steps.keep(claimed, from, to, used));
    }

    private static Flux<Integer> ranges(int last) {
        return Flux.range(0, Math.ceilDiv(last, ROWS_AT_ONCE)).map(chunk -> chunk * ROWS_AT_ONCE + 1);
    }

    private Mono<Void> tell(Claimed claimed, Flux<UUID> bodies) {
        return bodies.buffer(BodiesImported.MOST)
                .map(some -> new BodiesImported(claimed.work().id(), some))
                .collectList()
                .flatMap(news -> news.isEmpty() ? Mono.empty() : outbox.appendAll(news));
    }

    /** The work's own refusal is an answer to the registrar; everything was rolled back. */
    private Mono<Void> refuse(Claimed claimed, ProblemException refused) {
        var values = refused.arguments().stream().map(String::valueOf).toList();
        boolean changed = refused.problem() == ImportProblem.CHANGED_MEANWHILE;
        return steps.refuse(claimed, refused.problem().code(), values, changed);
    }
}
