package org.goufu.notification.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.goufu.kernel.Ids;
import org.goufu.matching.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * All who are told of one thing in one go.
 *
 * @param lotId of a match, else null
 * @param tellings in the order in which they are told, which is on record with them
 */
public record Batch(
        UUID id,
        Kind kind,
        @Nullable UUID noticeId,
        UUID purchaseId,
        @Nullable UUID lotId,
        String title,
        List<Telling> tellings) {

    /** One who is told, and why. */
    public record Telling(UUID recipientId, List<Phrase> reasons) {
        public Telling {
            reasons = List.copyOf(reasons);
        }
    }

    public Batch {
        tellings = List.copyOf(tellings);
    }

    /** In random order, so that nobody is always the first to know (product.md 9). */
    public static Batch ofMatches(
            UUID lotId, UUID noticeId, UUID purchaseId, String title, List<Telling> tellings, RandomGenerator random) {
        var shuffled = new ArrayList<>(tellings);
        Collections.shuffle(shuffled, random);
        return new Batch(Ids.next(), Kind.MATCH, noticeId, purchaseId, lotId, title, shuffled);
    }

    /** To the staff of a department. */
    public static Batch toDepartment(UUID departmentId, UUID purchaseId, String title, Phrase reason) {
        var telling = new Telling(departmentId, List.of(reason));
        return new Batch(Ids.next(), Kind.NOTICE, null, purchaseId, null, title, List.of(telling));
    }
}
