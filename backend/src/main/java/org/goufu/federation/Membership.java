package org.goufu.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A body in a federation, with its consent and its mandates.
 *
 * @param consentedOn day on which the member's own contact agreed, null when it has not
 * @param to last day, null while it lasts
 */
public record Membership(
        UUID id,
        UUID federationId,
        UUID memberId,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate consentedOn,
        Instant knownAt,
        List<Mandate> mandates) {

    public Membership {
        mandates = List.copyOf(mandates);
    }

    /** Whether it lasted on the day and the member had agreed, as far as was known at the moment. */
    public boolean standsOn(LocalDate day, Instant known) {
        return !knownAt.isAfter(known)
                && !day.isBefore(from)
                && (to == null || !day.isAfter(to))
                && consentedOn != null
                && !consentedOn.isAfter(day);
    }
}
