package org.goufu.purchase;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A step on the way of a result that the statutory medium published, for those whom it concerns.
 *
 * @param id of this piece of news, which each is told once however often it arrives
 * @param noticeId the result, once it is published
 * @param winners bodies of the registry that won, once it is published
 * @param words of a person, else null
 */
public record PortalResultNews(
        String id,
        UUID lotId,
        UUID purchaseId,
        UUID departmentId,
        String title,
        What what,
        @Nullable UUID noticeId,
        Collection<UUID> winners,
        @Nullable String words)
        implements DomainEvent {
    public PortalResultNews {
        winners = List.copyOf(winners);
    }

    /** What happened. */
    public enum What {
        /** It waits for a second person: told to the department. */
        PROPOSED,
        /** It was given back because of {@code words}: told to the department. */
        RETURNED,
        /** Told to the winners and to all who were told of the lot. */
        PUBLISHED
    }
}
