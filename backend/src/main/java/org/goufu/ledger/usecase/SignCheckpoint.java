package org.goufu.ledger.usecase;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Checkpoint;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.Path;
import org.goufu.ledger.domain.Proof;
import org.goufu.ledger.domain.SignedNote;
import org.goufu.ledger.domain.Span;
import org.goufu.ledger.usecase.Log.Signed;
import org.goufu.platform.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Signs the head of the ledger, after it was computed in two ways and proved to begin with the last signed one: that of the database, or
 * that which is kept outside, where somebody may have taken it from the database.
 *
 * <p>A signature under a wrong head cannot be taken back: what does not agree is never signed.
 */
@Component
public class SignCheckpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SignCheckpoint.class);

    private final Log log;
    private final LedgerKey key;
    private final KnownHeads heads;
    private final CheckLog check;
    private final Soundness soundness;
    private final Transactions transactions;

    SignCheckpoint(
            Log log, LedgerKey key, KnownHeads heads, CheckLog check, Soundness soundness, Transactions transactions) {
        this.log = log;
        this.key = key;
        this.heads = heads;
        this.check = check;
        this.soundness = soundness;
        this.transactions = transactions;
    }

    /** The key by which heads are verified, as one writes it down. */
    public String verifierText() {
        return key.verifier().text();
    }

    /** The signed head of now; while the ledger is halted, the last one. */
    public Mono<String> note() {
        return covering(0).map(Signed::note);
    }

    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    Mono<Void> follow() {
        return covering(0).then().onErrorResume(failure -> {
            LOG.warn("the ledger's head cannot be signed now: {}", failure.toString());
            return Mono.empty();
        });
    }

    /** The latest signed head; a newer one is signed first when that does not cover so many entries. */
    Mono<Signed> covering(long entries) {
        return log.latest()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(latest -> latest.filter(signed -> entries > 0 && signed.size() >= entries)
                        .map(Mono::just)
                        .orElseGet(() -> soundness
                                .halt()
                                .hasElement()
                                .flatMap(halted -> halted ? last(entries, latest) : next(latest))));
    }

    private static Mono<Signed> last(long entries, Optional<Signed> latest) {
        return Mono.justOrEmpty(latest)
                .filter(signed -> signed.size() >= entries)
                .switchIfEmpty(Mono.error(LedgerProblem.HALTED::raise));
    }

    private Mono<Signed> next(Optional<Signed> latest) {
        // Before the head is read: the log grows meanwhile, and one that was signed since would be longer.
        return heads.last()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(outside -> log.head()
                        .flatMap(head -> latest.filter(signed -> signed.size() >= head.size())
                                .map(Mono::just)
                                .orElseGet(() -> signed(head, latest, outside))));
    }

    private Mono<Signed> signed(Frontier head, Optional<Signed> latest, Optional<Checkpoint> outside) {
        return Mono.fromSupplier(() -> before(latest, outside))
                .flatMap(before -> signed(head, before))
                .onErrorResume(
                        IllegalStateException.class,
                        found -> check.stop(String.valueOf(found.getMessage()))
                                .then(Mono.error(LedgerProblem.HALTED::raise)));
    }

    private Optional<Checkpoint> before(Optional<Signed> latest, Optional<Checkpoint> outside) {
        return Stream.concat(latest.map(this::read).stream(), outside.stream())
                .max(Comparator.comparingLong(Checkpoint::size));
    }

    private Mono<Signed> signed(Frontier head, Optional<Checkpoint> last) {
        long before = last.map(Checkpoint::size).orElse(0L);
        if (before > head.size()) {
            return Mono.error(new IllegalStateException(
                    "the ledger has " + head.size() + " entries, but a head over " + before + " was signed"));
        }
        var whole = new Span(0, head.size());
        var path = before == 0 ? List.<Span>of() : Path.consistency(before, head.size());
        var nodes = new LinkedHashSet<>(whole.nodes());
        path.forEach(part -> nodes.addAll(part.nodes()));
        return log.hashes(nodes)
                .map(hashes -> new Signed(head.size(), note(head, last, whole, path, hashes)))
                .delayUntil(heads::keep)
                .flatMap(signed -> transactions.write(log.keep(signed)));
    }

    private String note(Frontier head, Optional<Checkpoint> last, Span whole, List<Span> path, Map<Node, Hash> hashes) {
        var root = head.root();
        if (!whole.hash(hashes::get).equals(root)) {
            throw new IllegalStateException("the ledger's leaves do not make its head of " + head.size());
        }
        var proof = path.stream().map(part -> part.hash(hashes::get)).toList();
        if (last.isPresent()
                && !Proof.isConsistent(last.get().size(), last.get().root(), head.size(), root, proof)) {
            throw new IllegalStateException("the ledger does not begin with its signed head of "
                    + last.get().size());
        }
        var note = key.sign(new Checkpoint(key.verifier().name(), head.size(), root).text());
        if (SignedNote.open(note, key.verifier()).isEmpty())
            throw new IllegalStateException("the signature is not good");
        return note;
    }

    private Checkpoint read(Signed signed) {
        return SignedNote.open(signed.note(), key.verifier())
                .map(Checkpoint::read)
                .orElseThrow(() -> new IllegalStateException(
                        "the last head of the ledger was signed by another key than goufu.ledger.key"));
    }
}
