package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Something about a consortium agreement for a lot, for one of its members.
 *
 * @param id of this piece of news, which is told once however often it arrives
 * @param recipientId the member that is told
 * @param title of the lot
 * @param other name of the member at the other end
 */
public record ConsortiumNews(
        UUID id, UUID lotId, UUID purchaseId, UUID recipientId, String title, What what, String other)
        implements DomainEvent {

    /** What happened; the texts stand in the bundles under {@code told.consortium.<name>}. */
    public enum What {
        ASKED,
        CHANGED,
        DROPPED,
        SIGNED,
        REFUSED,
        TAKEN_BACK,
        /** And a bid that names the agreement lies in the box. */
        TAKEN_BACK_OF_BID
    }
}
