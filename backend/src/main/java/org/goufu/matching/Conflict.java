package org.goufu.matching;

import java.util.List;
import java.util.UUID;

/**
 * Something about an intended bid that the law forbids or that has to be looked at (domain.md 2.5).
 *
 * @param bodies whom it concerns
 * @param fact on what it rests
 * @param article the article or document that says so
 * @param remedy what to do about it
 */
public record Conflict(Rule rule, Severity severity, List<UUID> bodies, Phrase fact, Phrase article, Phrase remedy) {

    /** The rules of domain.md 2.5. */
    public enum Rule {
        /** One head, or direct control between two bidders. */
        C01,
        /** A federation and its registered member bid both. */
        C02,
        /** Two bids share a member, or a member bids alone besides. */
        C03,
        /** Who designed, managed, supervised or tested the project bids for it. */
        C04,
        /** An evaluator is related to a bidder. */
        C05,
        /** A serving official heads a bidder. */
        C06,
        /** The buyer is the street office that supervises the federation. */
        C07,
        /** Who evaluates the street's projects bids in the same year. */
        C08
    }

    /** How grave it is. */
    public enum Severity {
        /** The bid cannot be given. */
        BLOCK,
        /** The bid can be given; somebody has to look, declare or give a reason. */
        WARN,
        /** Good to know beforehand. */
        INFO
    }

    public Conflict {
        bodies = List.copyOf(bodies);
    }
}
