package org.goufu.federation;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;

/**
 * Something about a membership that a body should be told.
 *
 * @param id of this piece of news, which is told once however often it arrives
 * @param recipientId the body that is told
 * @param title name of the body at the other end
 * @param arguments of the text that says it
 */
public record MembershipNews(
        UUID id, UUID membershipId, UUID recipientId, String title, What what, List<String> arguments)
        implements DomainEvent {

    /** What happened; the texts stand in the bundles under {@code told.membership.<name>}. */
    public enum What {
        INVITED,
        TRANSFER_ASKED,
        ACCEPTED,
        REFUSED,
        RELEASED,
        CONFIRMED,
        ENDED,
        FEDERATION_CLOSED,
        MANDATE_GIVEN,
        MANDATE_REVOKED,
        MANDATE_EXPIRING,
        AGREEMENT_PROPOSED,
        AGREEMENT_ANSWERED,
        AGREEMENT_ENDED
    }

    public MembershipNews {
        arguments = List.copyOf(arguments);
    }
}
