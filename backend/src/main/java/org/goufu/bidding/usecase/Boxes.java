package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.goufu.bidding.domain.BidAct;
import org.goufu.bidding.domain.BidProblem;
import org.goufu.bidding.domain.Box;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the boxes, and what is put into them. */
public interface Boxes {

    /** A box that is to stand from now on. */
    record NewBox(UUID lot, UUID purchase, UUID notice, byte[] noticeDigest, String title, Instant deadline) {}

    /** An act with the refusal that the rules found, null when they found none. */
    record Judged(BidAct act, @Nullable BidProblem refusal) {}

    /**
     * What became of an act.
     *
     * @param refusal null when it stands
     * @param at when it was accepted, also of one that was told before
     */
    record Decision(@Nullable BidProblem refusal, Instant at) {}

    /** Those that stand already stay as they are. */
    Mono<Void> make(Collection<NewBox> boxes);

    Flux<Box> find(Collection<UUID> lots);

    /** The same, and none is sealed, corrected or given other holders before the caller's transaction ends; others hold them as well. */
    Flux<Box> hold(Collection<UUID> lots);

    /** The box that must stand, when all who held it are done and for the caller alone, until its transaction ends. */
    Mono<Box> take(UUID lot);

    /** The lot of an envelope that the body gave; fails with {@code bid/not-found}. */
    Mono<UUID> lotOf(UUID envelope, UUID body);

    /**
     * Decides about deadline, repeats and replacements, and enters what is accepted into the ledger; in the caller's transaction, as its
     * last statement. One answer an act, in their order. The boxes must stand.
     */
    Mono<List<Decision>> decide(List<Judged> acts);

    /**
     * Gives open boxes another text to answer and a deadline that is not earlier, in the caller's transaction; answers how many of these
     * lots' boxes are sealed already.
     */
    Mono<Long> correct(Collection<UUID> lots, byte[] noticeDigest, Instant deadline);

    /** Boxes whose deadline has passed and that are not sealed yet, the earliest first. */
    Flux<UUID> toSeal(int most);

    /** Seals a box in the caller's transaction; false when somebody was first or the deadline has not passed. */
    Mono<Boolean> seal(UUID lot);

    /**
     * Of each envelope the digests of these that have not come in; an envelope of which nothing is missing is left out. What is there stays
     * until the caller's transaction ends.
     */
    Mono<Map<UUID, Set<String>>> missing(Map<UUID, Set<String>> digests);
}
