package org.goufu.federation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member lets its federation bid for in its name.
 *
 * @param categories empty: every category
 * @param amountCapFen at most this much for one lot, in fen
 * @param places empty: everywhere; places only rank (product.md, Match)
 * @param from first day
 * @param to last day
 * @param revokedAt when it was revoked, null while it stands
 */
public record Mandate(
        UUID id,
        List<String> categories,
        long amountCapFen,
        List<String> places,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        @Nullable Instant revokedAt) {

    public Mandate {
        categories = List.copyOf(categories);
        places = List.copyOf(places);
    }

    public boolean standsOn(LocalDate day, Instant known) {
        return !day.isBefore(from)
                && !day.isAfter(to)
                && !knownAt.isAfter(known)
                && (revokedAt == null || revokedAt.isAfter(known));
    }
}
