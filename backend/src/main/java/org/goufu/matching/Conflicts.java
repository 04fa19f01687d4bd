package org.goufu.matching;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Holds intended bids against the conflict rules, for whoever takes, opens or awards bids. */
public interface Conflicts {

    /**
     * One intended bid.
     *
     * @param memberIds the other members of a consortium, or the members that a federation names
     * @param consortium false for a federation that bids alone with its members behind it
     */
    record Intention(UUID bidderId, Set<UUID> memberIds, boolean consortium) {
        public Intention {
            memberIds = Set.copyOf(memberIds);
        }
    }

    /**
     * What no registry knows and somebody has to declare.
     *
     * @param about whom it concerns
     * @param other the body at the other end of a relation, else null
     */
    record Declaration(Kind kind, UUID about, @Nullable UUID other) {
        /** What is declared; each belongs to one rule. */
        public enum Kind {
            /** {@code about} controls or manages {@code other}. */
            CONTROLS,
            /** The federation assigned or coordinated the bids of its members. */
            COORDINATES_BIDS,
            /** Gave the overall design, drafted the standards, or manages, supervises or tests the project. */
            OVERALL_DESIGN,
            /** Took part in part of the design, or was asked in a survey. */
            PARTIAL_DESIGN,
            /** An evaluator had a relation to it within three years, or is its officer. */
            EVALUATOR_RELATED,
            /** Its head is a serving official. */
            OFFICIAL_AS_HEAD,
            /** Evaluates projects of the lot's street in the lot's year. */
            EVALUATES_STREET
        }
    }

    /**
     * All conflicts, the gravest first; facts as they held and were known at the moment.
     *
     * <p>Fails with {@code matching/lot-not-found} or {@code matching/body-not-found}.
     */
    Mono<List<Conflict>> of(
            UUID lotId, List<Intention> intentions, Collection<Declaration> declarations, Instant moment);
}
