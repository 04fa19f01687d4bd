package org.goufu.bidding.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.sql.SigningKeyQueries.KeyRow;
import org.goufu.kernel.Actor;
import org.goufu.ledger.Act;
import org.goufu.ledger.SignersKeys.Entered;
import org.jspecify.annotations.Nullable;

/**
 * A key that ever signed in a body's name, by what is kept here and by what the ledger holds: where the two disagree somebody changed one.
 *
 * @param holder who made it, as shown; null when only the ledger, or a bid, has it
 * @param own whether the caller made it
 * @param fingerprint SHA-256 of its public half, in hexadecimal digits; null when only a bid has it
 * @param holds whether it signs now
 * @param enrolment place of its enrolment in the ledger, null when it does not stand there
 * @param revocation place of its end in the ledger, null when that does not stand there
 * @param bids how many it signed, replaced and withdrawn ones among them
 * @param agreements how many of consortia it signed
 */
record KnownKey(
        UUID id,
        @Nullable String holder,
        boolean own,
        @Nullable String fingerprint,
        @Nullable Instant enrolledAt,
        @Nullable Instant revokedAt,
        boolean holds,
        @Nullable Long enrolment,
        @Nullable Long revocation,
        long bids,
        long agreements) {

    /** The newest first; one of which nobody knows when it came before all. */
    static List<KnownKey> all(Actor actor, List<KeyRow> kept, List<Entered> entered) {
        var rows = kept.stream().collect(Collectors.toMap(KeyRow::id, Function.identity()));
        var acts = entered.stream().collect(Collectors.groupingBy(Entered::key));
        return Stream.concat(rows.keySet().stream(), acts.keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new))
                .stream()
                .map(id -> of(actor, id, rows.getOrDefault(id, nowhere(id)), acts.getOrDefault(id, List.of())))
                .sorted(Comparator.comparing(KnownKey::enrolledAt, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    private static KeyRow nowhere(UUID id) {
        return new KeyRow(id, null, null, null, null, null, 0, 0);
    }

    private static KnownKey of(Actor actor, UUID id, KeyRow row, List<Entered> acts) {
        var byKind = acts.stream().collect(Collectors.toMap(Entered::kind, Function.identity()));
        var enrolled = byKind.get(Act.Kind.SIGNING_KEY_ENROLLED);
        var revoked = byKind.get(Act.Kind.SIGNING_KEY_REVOKED);
        return new KnownKey(
                id,
                row.holder(),
                actor.accountId().equals(row.account()),
                row.fingerprint() == null && enrolled != null ? enrolled.fingerprint() : row.fingerprint(),
                row.enrolledAt() == null && enrolled != null ? enrolled.at() : row.enrolledAt(),
                row.revokedAt() == null && revoked != null ? revoked.at() : row.revokedAt(),
                row.enrolledAt() != null && row.revokedAt() == null,
                enrolled == null ? null : enrolled.index(),
                revoked == null ? null : revoked.index(),
                row.bids(),
                row.agreements());
    }
}
