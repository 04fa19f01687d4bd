package org.goufu.ledger.usecase;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the tree, and keeps its signed heads. */
public interface Log {

    /** A signed head as it was given out. */
    record Signed(long size, String note) {}

    /** An act that everybody may know, with what commits to it. */
    record Revealed(long index, byte[] salt, byte[] body) {}

    Mono<Frontier> head();

    /** The hashes of full subtrees, which must stand in the tree. */
    Mono<Map<Node, Hash>> hashes(Collection<Node> nodes);

    /** Fails with {@code ledger/entry-not-found} for what nobody may know yet. */
    Mono<Revealed> revealed(long index);

    /** Whether it is revealed or not: for those who entered it. Fails with {@code ledger/entry-not-found}. */
    Mono<Revealed> own(long index);

    /** What was done in a purchase, in order. */
    Flux<Revealed> ofPurchase(UUID purchase);

    /** Empty before the first one. */
    Mono<Signed> latest();

    /** The one that stands, when another instance was first. */
    Mono<Signed> keep(Signed signed);
}
