package org.goufu.ledger.usecase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.Rebuilt;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Span;
import org.goufu.ledger.usecase.Log.Halt;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.util.retry.Retry;

/**
 * Holds the log against every head that is known of it, and all that is kept of it against its leaves.
 *
 * <p>A log that is shorter than a signed head, or another one, comes from an old backup or was tampered with: to go on from there would
 * be a second history under the same name. So nothing is entered any more, by any instance, until the whole log agrees again.
 */
@Component
class CheckLog implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckLog.class);
    private static final int PAGE = 1 << 14;
    /** So many places are named. */
    private static final int FEW = 10;
    /** A cold pool on a busy machine may not give a connection in time. */
    private static final Retry AGAIN = Retry.backoff(8, Duration.ofMillis(500))
            .maxBackoff(Duration.ofSeconds(5))
            .filter(DataAccessResourceFailureException.class::isInstance);

    private final Log log;
    private final KnownHeads heads;
    private final LedgerKey key;
    private final Soundness soundness;
    private final Transactions transactions;
    private boolean running;

    CheckLog(Log log, KnownHeads heads, LedgerKey key, Soundness soundness, Transactions transactions) {
        this.log = log;
        this.heads = heads;
        this.key = key;
        this.soundness = soundness;
        this.transactions = transactions;
    }

    /** On the main thread, before anybody is served: a log that is not the one that was signed must not grow. */
    @Override
    public void start() {
        atStart().retryWhen(AGAIN).toFuture().join();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    Mono<Void> atStart() {
        return log.halt().hasElement().flatMap(halted -> halted ? wholly() : againstHeads());
    }

    /** For the figure that operators watch; whoever wants to enter something asks anyway. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    Mono<Void> followTheOthers() {
        return soundness.asked().then().onErrorResume(CheckLog::later);
    }

    @Scheduled(initialDelay = 300_000, fixedDelay = 3_600_000)
    Mono<Void> everyHour() {
        return wholly().onErrorResume(CheckLog::later);
    }

    private static Mono<Void> later(Throwable failure) {
        LOG.warn("the ledger cannot be checked now: {}", failure.toString());
        return Mono.empty();
    }

    /** A few dozen rows at any size. */
    Mono<Void> againstHeads() {
        return known().collectList()
                .flatMap(
                        known -> log.head().flatMap(head -> against(head, known).collectList()))
                .flatMap(this::conclude)
                .onErrorResume(IllegalArgumentException.class, this::damaged);
    }

    /** Every leaf. What stood in the way before is taken back when all agrees. */
    Mono<Void> wholly() {
        return known().collectList()
                .flatMap(known -> log.head()
                        .flatMap(head -> Flux.concat(against(head, known), leaves(head), acts(head.size(), PAGE))
                                .collectList()))
                .flatMap(found -> found.isEmpty() ? resume() : conclude(found))
                .onErrorResume(IllegalArgumentException.class, this::damaged);
    }

    private Mono<Void> damaged(Throwable unreadable) {
        return stop("its head is none of a tree: " + unreadable.getMessage());
    }

    private Mono<Void> resume() {
        return transactions.write(log.resume()).doOnSuccess(done -> soundness.become(Optional.empty()));
    }

    /** Of what was found outside a check. */
    Mono<Void> stop(String reason) {
        return conclude(List.of(halt(reason)));
    }

    private Mono<Void> conclude(List<Halt> found) {
        if (found.isEmpty()) return Mono.empty();
        found.forEach(halt -> LOG.error("The ledger is halted: {}", halt.reason()));
        soundness.become(Optional.of(found.getFirst()));
        return transactions.write(log.halt(found.getFirst()));
    }

    private Flux<Halt> against(Frontier head, List<Checkpoint> known) {
        return Flux.fromIterable(known).concatMap(one -> against(head, one));
    }

    /**
     * From the database, from the directory, and the one that stood in the way before. They are read before the log's own head: the log
     * grows meanwhile, and one that was signed since would be longer than the head that was read.
     */
    private Flux<Checkpoint> known() {
        var signed = log.latest().map(Log.Signed::note);
        var missed = log.halt().mapNotNull(Halt::head);
        return Flux.concat(
                Flux.concat(signed, missed)
                        .flatMap(note -> Mono.justOrEmpty(
                                SignedNote.open(note, key.verifier()).map(Checkpoint::read))),
                heads.highest());
    }

    private Mono<Halt> against(Frontier head, Checkpoint known) {
        if (known.size() > head.size()) {
            return Mono.just(halt(
                    "it has " + head.size() + " entries, but a head over " + known.size()
                            + " was signed: the database comes from an old backup, or entries were removed",
                    known));
        }
        var whole = new Span(0, known.size());
        return log.hashes(whole.nodes())
                .map(hashes -> whole.hash(hashes::get))
                .onErrorReturn(IllegalStateException.class, Hash.EMPTY)
                .filter(root -> !root.equals(known.root()))
                .map(root -> halt(
                        "its first " + known.size() + " entries are not those of the signed head: entries were changed",
                        known));
    }

    private Halt halt(String reason, Checkpoint known) {
        return new Halt(reason, key.sign(known.text()));
    }

    private static Halt halt(String reason) {
        return new Halt(reason, null);
    }

    /** All leaves once more into a tree: its peaks and its subtrees must be those that are kept. */
    private Flux<Halt> leaves(Frontier head) {
        var rebuilt = new Rebuilt();
        return pages(head.size(), PAGE)
                .concatMap(page -> page(page, rebuilt), 1)
                .concatWith(Mono.defer(() -> Mono.justOrEmpty(ofHead(head, rebuilt))));
    }

    private static Flux<Span> pages(long size, int page) {
        return Flux.generate(() -> 0L, (Long first, SynchronousSink<Span> pages) -> {
            if (first >= size) pages.complete();
            else pages.next(new Span(first, Math.min(size, first + page)));
            return first + page;
        });
    }

    private Flux<Halt> page(Span page, Rebuilt rebuilt) {
        return log.commitments(page.first(), page.end()).flatMapMany(commitments -> {
            if (commitments.size() < page.end() - page.first()) {
                return Flux.just(halt("entries are missing between " + page.first() + " and " + page.end()));
            }
            var completed = new LinkedHashMap<Node, Hash>();
            commitments.forEach(commitment ->
                    rebuilt.add(Hash.leaf(commitment)).forEach(done -> completed.put(done.getKey(), done.getValue())));
            return ofSubtrees(completed);
        });
    }

    private Flux<Halt> ofSubtrees(Map<Node, Hash> completed) {
        if (completed.isEmpty()) return Flux.empty();
        return log.kept(completed.keySet()).flatMapMany(kept -> {
            var wrong = new ArrayList<Halt>();
            completed.forEach((node, hash) -> {
                if (!hash.equals(kept.get(node))) {
                    wrong.add(halt("the subtree of height " + node.level() + " over the entries from " + node.first()
                            + " is not what its entries make"));
                }
            });
            return Flux.fromIterable(wrong);
        });
    }

    private static Optional<Halt> ofHead(Frontier head, Rebuilt rebuilt) {
        return rebuilt.size() == head.size() && !rebuilt.frontier().equals(head)
                ? Optional.of(halt("its entries do not make its head of " + head.size()))
                : Optional.empty();
    }

    /**
     * What is shown of an act must be what was committed to: page by page, so that no statement holds the whole ledger; behind the last one
     * there is nothing that was not entered.
     */
    Flux<Halt> acts(long size, int page) {
        return pages(size, page)
                .map(span -> Map.entry(span.first(), span.end()))
                .concatWith(Mono.just(Map.entry(size, Long.MAX_VALUE)))
                .concatMap(span -> log.brokenActs(span.getKey(), span.getValue(), FEW), 1)
                .take(FEW)
                .collectList()
                .filter(broken -> !broken.isEmpty())
                .map(broken -> halt("acts are not those that were entered, at "
                        + broken.stream().map(String::valueOf).collect(Collectors.joining(", "))))
                .flux();
    }
}
