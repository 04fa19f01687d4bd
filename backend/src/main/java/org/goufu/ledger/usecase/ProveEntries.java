package org.goufu.ledger.usecase;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.goufu.ledger.LedgerProblem;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.goufu.ledger.domain.Path;
import org.goufu.ledger.domain.Receipt;
import org.goufu.ledger.domain.Span;
import org.goufu.ledger.usecase.Log.Revealed;
import org.goufu.ledger.usecase.Log.Signed;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes the proofs that strangers check. */
@Component
public class ProveEntries {
    private final Log log;
    private final SignCheckpoint checkpoints;

    ProveEntries(Log log, SignCheckpoint checkpoints) {
        this.log = log;
        this.checkpoints = checkpoints;
    }

    /** Fails with {@code ledger/entry-not-found} for what nobody may know yet. */
    public Mono<String> receipt(long index) {
        return log.revealed(index).flatMap(this::covered);
    }

    /** Also of what nobody else may know yet. */
    public Mono<String> ownReceipt(long index) {
        return log.own(index).flatMap(this::covered);
    }

    private Mono<String> covered(Revealed act) {
        return checkpoints
                .covering(act.index() + 1)
                .flatMap(head -> receipt(act, head))
                .map(Receipt::text);
    }

    /** That the ledger of {@code size} entries begins with the one of {@code before}; fails with {@code ledger/sizes-unknown}. */
    public Mono<String> consistency(long before, long size) {
        return log.head()
                .filter(head -> before > 0 && before <= size && size <= head.size())
                .switchIfEmpty(Mono.error(LedgerProblem.SIZES_UNKNOWN::raise))
                .flatMap(head -> hashes(Path.consistency(before, size)))
                .map(path -> path.stream().map(Hash::base64).collect(Collectors.joining("\n", "", "\n")));
    }

    private Mono<Receipt> receipt(Revealed act, Signed head) {
        return hashes(Path.inclusion(act.index(), head.size()))
                .map(path -> new Receipt(act.index(), act.salt(), act.body(), path, head.note()));
    }

    private Mono<List<Hash>> hashes(List<Span> path) {
        var nodes = new LinkedHashSet<Node>();
        path.forEach(part -> nodes.addAll(part.nodes()));
        return log.hashes(nodes)
                .map(hashes -> path.stream().map(part -> part.hash(hashes::get)).toList());
    }
}
