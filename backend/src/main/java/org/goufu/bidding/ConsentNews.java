package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Something about a group's part in what its federation prepares for a lot, for the other side.
 *
 * @param id of this piece of news, which is told once however often it arrives
 * @param recipientId the group or the federation that is told
 * @param title of the lot
 * @param other name of the body at the other end
 */
public record ConsentNews(UUID id, UUID lotId, UUID purchaseId, UUID recipientId, String title, What what, String other)
        implements DomainEvent {

    /** What happened; the texts stand in the bundles under {@code told.consent.<name>}. */
    public enum What {
        ASKED,
        CHANGED,
        DROPPED,
        CONSENTED,
        DECLINED,
        REVOKED,
        /** And a bid that names the group lies in the box. */
        REVOKED_OF_BID
    }
}
