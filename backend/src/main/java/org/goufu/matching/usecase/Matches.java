package org.goufu.matching.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.matching.domain.Match;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps copies of published lots and who matches them. */
public interface Matches {

    /** Takes or refreshes copies; an older version never replaces a newer one. */
    Mono<Void> keep(Collection<PublishedLot> lots);

    /** Kept lots that are open by the business clock and whose category touches one of these, the newest first. */
    Flux<PublishedLot> openLots(Collection<String> categories, int most);

    /** Kept lots of these notices that are open by the business clock. */
    Flux<PublishedLot> openLotsOf(Collection<UUID> noticeIds);

    /**
     * Writes what was judged; a row that was judged on newer facts stays.
     *
     * @param judgedAt when reading the facts began
     * @return lots of which some body is now to be told that was not before
     */
    Mono<Set<UUID>> write(List<Match> matches, Instant judgedAt);

    /** Closes rows of the lot that were not judged this time, and notes when it was matched. */
    Mono<Void> closeOthersOfLot(UUID lotId, Instant judgedAt);

    /** Closes rows of these bodies on open lots that were not judged this time. */
    Mono<Void> closeOthersOfBodies(Collection<UUID> bodyIds, Instant judgedAt);

    /** Notes, before anything is written, as of when these bodies are judged against all open lots; never back in time. */
    Mono<Void> judging(Collection<UUID> bodyIds, Instant judgedAt);

    /**
     * Closes rows of the lots that were judged on older facts than their body was since.
     *
     * <p>Only after what was written can be seen by everybody: then either the body's judge saw the row, or this sees the judge.
     */
    Mono<Void> settleLots(Collection<UUID> lotIds);

    /** The same for rows of these bodies on open lots. */
    Mono<Void> settleBodies(Collection<UUID> bodyIds);

    /** Notes that the lots were matched. */
    Mono<Void> matched(Collection<UUID> lotIds, Instant at);
}
