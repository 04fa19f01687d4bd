package org.goufu.evaluation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A step of a lot's evaluation, for those whom it concerns.
 *
 * @param id of this piece of news, which each is told once however often it arrives
 * @param recipients departments, bodies, or the accounts of single persons
 * @param time until when something can be done, else null
 * @param words of a person, else null
 */
public record EvaluationNews(
        String id,
        UUID lotId,
        UUID purchaseId,
        String title,
        What what,
        Collection<UUID> recipients,
        @Nullable Instant time,
        @Nullable String words)
        implements DomainEvent {
    public EvaluationNews {
        recipients = List.copyOf(recipients);
    }

    /** Who is told. */
    public enum Reader {
        DEPARTMENT,
        PANEL,
        BIDDER,
        /** A group behind a federation's bid. */
        GROUP
    }

    /** What happened; the texts stand in the bundles under {@code told.evaluation.<name>}. */
    public enum What {
        DRAWN(Reader.PANEL),
        /** Bids are to be checked. */
        REVIEW_DUE(Reader.PANEL),
        SCORES_DUE(Reader.PANEL),
        /** Objective points differ: which, the sheets say, but not by whom. */
        DIFFERING(Reader.PANEL),
        /** All have signed; the prices are still sealed. */
        REVEALED(Reader.PANEL),
        /** All have signed, and the prices are known. */
        PRICES_KNOWN(Reader.PANEL),
        /** A bidder explained its price. */
        EXPLAINED(Reader.PANEL),
        /** Whoever took a seat late turned a majority: more or fewer bids are to be scored. */
        BIDS_CHANGED(Reader.PANEL),
        /** Nobody was left to fill the panel up: it is drawn anew, and what it found does not count. */
        DISSOLVED(Reader.PANEL),
        /** A bidder's time to explain its price is over, and it did not: most of the panel find about it. */
        UNEXPLAINED(Reader.PANEL),
        /** The department terminated the lot. */
        TERMINATED(Reader.PANEL),
        /** The purchaser released this person because of {@code words}. */
        RELEASED(Reader.PANEL),
        /** One of the panel left the seat by own word, because of {@code words}; the next has it. */
        SEAT_LEFT(Reader.DEPARTMENT),
        /** One of the panel cannot go on after points were revealed, because of {@code words}; the others decide. */
        MEMBER_EXCUSED(Reader.DEPARTMENT),
        /** One of the panel told of a relation to a bidder after points were revealed, {@code words}: nothing is awarded on what it found. */
        RECUSAL_MISSED(Reader.DEPARTMENT),
        /** Nobody is left in the order of the draw. */
        DRAW_AGAIN(Reader.DEPARTMENT),
        /** The purchaser checks qualifications. */
        QUALIFICATION_DUE(Reader.DEPARTMENT),
        /** The prices may be opened. */
        PRICES_DUE(Reader.DEPARTMENT),
        /** The bids are ranked. */
        PROPOSAL_DUE(Reader.DEPARTMENT),
        /** A proposal waits for the decision. */
        DECISION_DUE(Reader.DEPARTMENT),
        /** The proposer's: it was given back because of {@code words}. */
        RETURNED(Reader.DEPARTMENT),
        /** The proposer's: it was decided as proposed. */
        DECIDED(Reader.DEPARTMENT),
        /** Too few bids are left. */
        FAILED(Reader.DEPARTMENT),
        /** Too few bids are left; each bidder reads what became of its own. */
        ENDED(Reader.BIDDER),
        /** The same, for the groups that a federation's bid names. */
        PART_ENDED(Reader.GROUP),
        /** The price seems too low, and can be explained until {@code time}. */
        EXPLANATION_DUE(Reader.BIDDER);

        private final Reader reader;

        What(Reader reader) {
            this.reader = reader;
        }

        public Reader reader() {
            return reader;
        }
    }
}
