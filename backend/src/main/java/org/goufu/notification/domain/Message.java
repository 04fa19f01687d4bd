package org.goufu.notification.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.matching.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * One inbox row as it was told.
 *
 * @param id grows in the order of commits: a stream resumes after it
 * @param purchaseId what it is about, null when it is about a membership or a body
 * @param place where one acts, null when the rest says it
 */
public record Message(
        long id,
        UUID recipientId,
        Kind kind,
        @Nullable UUID noticeId,
        @Nullable UUID purchaseId,
        @Nullable UUID lotId,
        @Nullable UUID membershipId,
        @Nullable UUID bodyId,
        @Nullable Place place,
        String title,
        List<Phrase> reasons,
        Instant at,
        boolean read) {

    public Message {
        reasons = List.copyOf(reasons);
    }
}
