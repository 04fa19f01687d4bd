package org.goufu.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing on record about a body, with when it holds and when the platform learnt of it.
 *
 * @param from first day on which it holds
 * @param to last day on which it holds, null while it has no end
 * @param knownAt when the platform learnt of it
 * @param withdrawnAt when the platform learnt that it was wrong, null while it stands
 * @param evidenceId the file that shows it, null when there is none
 * @param confirmedAt when a registrar confirmed what the body declared itself, null for every other fact
 */
public record Fact(
        UUID id,
        FactKind kind,
        String value,
        long number,
        LocalDate from,
        @Nullable LocalDate to,
        Instant knownAt,
        @Nullable Instant withdrawnAt,
        String source,
        FactOrigin origin,
        @Nullable UUID evidenceId,
        @Nullable Instant confirmedAt) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    public boolean knownAt(Instant moment) {
        return !knownAt.isAfter(moment) && (withdrawnAt == null || withdrawnAt.isAfter(moment));
    }
}
