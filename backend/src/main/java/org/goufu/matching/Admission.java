package org.goufu.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.purchase.PublishedLot;
import reactor.core.publisher.Mono;

/** Judges bidders at the moment of their bid, for whoever takes bids. */
public interface Admission {

    /** May this body bid for this lot? */
    record Question(PublishedLot lot, UUID bodyId) {}

    /**
     * The answer.
     *
     * @param obstacles why not, with the remedy of each; empty unless NOT_ELIGIBLE
     */
    record Answer(UUID lotId, UUID bodyId, Eligibility eligibility, List<Obstacle> obstacles) {
        public Answer {
            obstacles = List.copyOf(obstacles);
        }

        /** What is only unknown does not stop a bid: it is checked when the bids are opened. */
        public boolean isAdmitted() {
            return eligibility == Eligibility.ELIGIBLE || eligibility == Eligibility.ELIGIBLE_WITH_GAPS;
        }
    }

    /** A condition that is not met. */
    record Obstacle(Phrase fact, Phrase rule, Phrase remedy) {}

    /**
     * One answer a question, in a few statements however many there are; on the facts as they are in the caller's transaction, which
     * should hold the bodies ({@code OrganizationDirectory.holdAll}).
     *
     * <p>Fails with {@code matching/body-not-found}.
     */
    Mono<List<Answer>> of(Collection<Question> questions, Instant moment);
}
