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
 * @param paperId the signed paper, null when none was handed in
 */
public record Mandate(
        UUID id,
        List<String> categories,
        long amountCapFen,
        List<String> places,
        LocalDate from,
        LocalDate to,
        Instant knownAt,
        @Nullable Instant revokedAt,
        @Nullable UUID paperId) {

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

    /** Not revoked yet in the eyes of a moment before the revocation. */
    Mandate asKnown(Instant known) {
        return revokedAt == null || !revokedAt.isAfter(known)
                ? this
                : new Mandate(id, categories, amountCapFen, places, from, to, knownAt, null, paperId);
    }

    /** The same, revoked at the moment. */
    public Mandate revoked(Instant at) {
        return new Mandate(id, categories, amountCapFen, places, from, to, knownAt, at, paperId);
    }

    /** As it was on record at the moment: a later revocation had not been heard of. */
    public Mandate asOf(Instant moment) {
        return revokedAt == null || !revokedAt.isAfter(moment)
                ? this
                : new Mandate(id, categories, amountCapFen, places, from, to, knownAt, null, paperId);
    }
}
