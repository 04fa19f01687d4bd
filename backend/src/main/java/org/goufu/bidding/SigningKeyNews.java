package org.goufu.bidding;

import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * A key began or ended to sign in a body's name, for the body alone: who enrols one is about to bid.
 *
 * @param by who did it, as shown
 */
public record SigningKeyNews(UUID keyId, UUID bodyId, What what, String by) implements DomainEvent {

    /** What happened; the texts stand in the bundles under {@code told.signing-key.<name>}. */
    public enum What {
        ENROLLED,
        REVOKED
    }
}
