package org.goufu.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is entered into the ledger.
 *
 * @param subject what it was done to: an act is entered once for each kind and subject
 * @param purchase under which it is found again; null for what is of no purchase
 * @param details what a stranger needs to compare it with the published documents; plain values only
 * @param restsOn subjects of no purchase on what was done to which it rests: it names the last act of each
 */
public record Act(Kind kind, UUID subject, @Nullable UUID purchase, Map<String, Object> details, List<UUID> restsOn) {
    public Act {
        restsOn = List.copyOf(restsOn);
    }

    public Act(Kind kind, UUID subject, @Nullable UUID purchase, Map<String, Object> details) {
        this(kind, subject, purchase, details, List.of());
    }

    /**
     * Nothing of a blinded act but its commitment is public until a later act reveals it, or of no purchase until it stands in the bundle
     * of one that it is needed for.
     */
    public enum Kind {
        NOTICE_PUBLISHED(false),
        NOTICE_CORRECTED(false),
        KEY_ENROLLED(false),
        KEY_REVOKED(false),
        /** To whom the bids of a lot are sealed. */
        KEYSET_FROZEN(false),
        /** Bids of a lot are sealed to other holders from then on. */
        KEYSET_REPLACED(false),
        /** By which a body's people sign its bids: who is about to bid is nobody's business. */
        SIGNING_KEY_ENROLLED(true),
        SIGNING_KEY_REVOKED(true),
        BID_SUBMITTED(true),
        BID_REPLACED(true),
        BID_WITHDRAWN(true),
        /** Its content says how many bids there are. */
        BOX_SEALED(true),
        OPENED(false),
        /** Of whom a panel's experts will be drawn, before anybody can know who. */
        DRAW_REQUESTED(false),
        /** A seat changed hands, or nobody was left to take it. */
        SEAT_PASSED(false),
        /** Evaluators do not know one another's scores until all have signed. */
        SCORES_SIGNED(true),
        /** All have signed; it makes their sheets' acts known together. */
        SCORES_REVEALED(false),
        AWARDED(false);

        private final boolean blinded;

        Kind(boolean blinded) {
            this.blinded = blinded;
        }

        public boolean isBlinded() {
            return blinded;
        }
    }
}
