package org.goufu.ledger.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.goufu.ledger.domain.Frontier;
import org.goufu.ledger.domain.Hash;
import org.goufu.ledger.domain.Node;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the tree, and keeps its signed heads. */
public interface Log {

    /** A signed head as it was given out. */
    record Signed(long size, String note) {}

    /** An act as it was entered, with what commits to it. */
    record Revealed(long index, byte[] salt, byte[] body) {}

    /**
     * Why nothing is entered.
     *
     * @param head the signed head that the log does not agree with; null when the log does not agree with itself
     */
    record Halt(String reason, @Nullable String head) {}

    Mono<Frontier> head();

    /** The hashes of full subtrees; fails with {@link IllegalStateException} when one does not stand in the tree. */
    Mono<Map<Node, Hash>> hashes(Collection<Node> nodes);

    /** Those of the subtrees that are kept as they are: leaves, and every eighth level above them. */
    Mono<Map<Node, Hash>> kept(Collection<Node> nodes);

    /** What the leaves from {@code first} up to but without {@code end} hold, in order; fewer when the log is shorter. */
    Mono<List<byte[]>> commitments(long first, long end);

    /** Places from {@code first} up to but without {@code end} whose act is not what was committed to, or is missing: the first few. */
    Flux<Long> brokenActs(long first, long end, int most);

    /** Empty while everything may be entered. */
    Mono<Halt> halt();

    /** What stands in the way first stays. */
    Mono<Void> halt(Halt halt);

    Mono<Void> resume();

    /** Fails with {@code ledger/entry-not-found} for what nobody may know yet. */
    Mono<Revealed> revealed(long index);

    /** Whether it is revealed or not: for those who entered it. Fails with {@code ledger/entry-not-found}. */
    Mono<Revealed> own(long index);

    /** What was done in a purchase, in order. */
    Flux<Revealed> ofPurchase(UUID purchase);

    /** Acts of no purchase that were done to these, in order, blinded ones among them: for those who know that they may be told. */
    Flux<Revealed> ofNobody(Collection<UUID> subjects);

    /** Empty before the first one. */
    Mono<Signed> latest();

    /** The one that stands, when another instance was first. */
    Mono<Signed> keep(Signed signed);
}
