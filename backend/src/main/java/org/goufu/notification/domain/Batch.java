package org.goufu.notification.domain;

import java.util.ArrayList;
import java.util.Collection;
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
 * @param news what tells this piece of news from every other, so that nobody is told of it twice; null of a match, which is told once
 *     a lot
 * @param purchaseId what it is about, null when it is about a membership or a body
 * @param lotId of a match, of a bid in the making or of what becomes of bids, else null
 * @param bodyId of what runs out or signs, else null
 * @param place where one acts, null when the rest says it
 * @param tellings in the order in which they are told, which is on record with them
 */
public record Batch(
        UUID id,
        Kind kind,
        @Nullable String news,
        @Nullable UUID noticeId,
        @Nullable UUID purchaseId,
        @Nullable UUID lotId,
        @Nullable UUID membershipId,
        @Nullable UUID bodyId,
        @Nullable Place place,
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

    /** The same under another title. */
    public Batch titled(String other) {
        return new Batch(id, kind, news, noticeId, purchaseId, lotId, membershipId, bodyId, place, other, tellings);
    }

    /** In random order, so that nobody is always the first to know (product.md 9). */
    public static Batch ofMatches(
            UUID lotId, UUID noticeId, UUID purchaseId, String title, List<Telling> tellings, RandomGenerator random) {
        var shuffled = new ArrayList<>(tellings);
        Collections.shuffle(shuffled, random);
        return new Batch(Ids.next(), Kind.MATCH, null, noticeId, purchaseId, lotId, null, null, null, title, shuffled);
    }

    /** To all who are told of a lot that closes soon. */
    public static Batch ofDeadline(
            String news,
            UUID lotId,
            UUID noticeId,
            UUID purchaseId,
            String title,
            List<Telling> tellings,
            RandomGenerator random) {
        var shuffled = new ArrayList<>(tellings);
        Collections.shuffle(shuffled, random);
        return new Batch(
                Ids.next(), Kind.DEADLINE, news, noticeId, purchaseId, lotId, null, null, null, title, shuffled);
    }

    /** To all whom a correction of a call concerns; in random order, too. */
    public static Batch ofCorrection(
            String news,
            UUID noticeId,
            UUID purchaseId,
            String title,
            Collection<UUID> recipients,
            Phrase reason,
            RandomGenerator random) {
        var tellings = alike(recipients, reason, random);
        return new Batch(
                Ids.next(), Kind.CORRECTION, news, noticeId, purchaseId, null, null, null, null, title, tellings);
    }

    /** To all whom something that is public of a lot concerns or could concern; in random order, too. */
    public static Batch ofPublic(
            Kind kind,
            String news,
            About about,
            UUID noticeId,
            Collection<UUID> recipients,
            Phrase reason,
            RandomGenerator random) {
        var tellings = alike(recipients, reason, random);
        return new Batch(
                Ids.next(),
                kind,
                news,
                noticeId,
                about.purchaseId(),
                about.lotId(),
                null,
                null,
                null,
                about.title(),
                tellings);
    }

    /** To the staff of a department. */
    public static Batch toDepartment(String news, UUID departmentId, UUID purchaseId, String title, Phrase reason) {
        var telling = new Telling(departmentId, List.of(reason));
        return new Batch(
                Ids.next(), Kind.NOTICE, news, null, purchaseId, null, null, null, null, title, List.of(telling));
    }

    /** To one side of a membership. */
    public static Batch ofMembership(String news, UUID recipientId, UUID membershipId, String title, Phrase reason) {
        var telling = new Telling(recipientId, List.of(reason));
        return new Batch(
                Ids.next(), Kind.NOTICE, news, null, null, null, membershipId, null, null, title, List.of(telling));
    }

    /** To one side of what bodies prepare together for a lot: a federation with a group, or the members of a consortium. */
    public static Batch ofPart(
            String news, UUID recipientId, UUID purchaseId, UUID lotId, String title, Phrase reason) {
        var telling = new Telling(recipientId, List.of(reason));
        return new Batch(
                Ids.next(), Kind.BID, news, null, purchaseId, lotId, null, null, null, title, List.of(telling));
    }

    /** A lot of which something is told. */
    public record About(UUID lotId, UUID purchaseId, String title) {}

    /** To all who have a part in what becomes of a lot's bids; in random order, too. */
    public static Batch ofLot(
            Kind kind,
            Place place,
            String news,
            About about,
            Collection<UUID> recipients,
            Phrase reason,
            RandomGenerator random) {
        var tellings = alike(recipients, reason, random);
        return new Batch(
                Ids.next(),
                kind,
                news,
                null,
                about.purchaseId(),
                about.lotId(),
                null,
                null,
                place,
                about.title(),
                tellings);
    }

    /** To the body of which something runs out. */
    public static Batch ofEnding(String news, UUID bodyId, String name, Phrase reason) {
        var telling = new Telling(bodyId, List.of(reason));
        return new Batch(Ids.next(), Kind.DEADLINE, news, null, null, null, null, bodyId, null, name, List.of(telling));
    }

    /** To the body in whose name a key begins or ends to sign. */
    public static Batch ofSigningKey(String news, UUID bodyId, String name, Phrase reason) {
        var telling = new Telling(bodyId, List.of(reason));
        return new Batch(
                Ids.next(), Kind.BID, news, null, null, null, null, bodyId, Place.KEYS, name, List.of(telling));
    }

    /** The same words to everybody, in an order that says nothing. */
    private static List<Telling> alike(Collection<UUID> recipients, Phrase reason, RandomGenerator random) {
        var tellings = new ArrayList<Telling>();
        recipients.forEach(one -> tellings.add(new Telling(one, List.of(reason))));
        Collections.shuffle(tellings, random);
        return tellings;
    }
}
