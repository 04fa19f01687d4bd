package org.goufu.purchase.usecase;

import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.goufu.purchase.NoticeType;
import org.goufu.purchase.domain.Content;
import org.goufu.purchase.domain.Purchase;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads and saves whole purchases. */
public interface Purchases {

    /** What a person did, for the history; submitting also keeps what was submitted. */
    record Act(Kind kind, Actor by, @Nullable String reason) {
        public enum Kind {
            CREATED,
            CHANGED,
            SUBMITTED,
            RETURNED,
            PUBLISHED,
            CORRECTED,
            AWARDED,
            TERMINATED
        }

        static Act of(Kind kind, Actor by) {
            return new Act(kind, by, null);
        }
    }

    /** The next number of a county, with the moment of the business clock at which it was given. */
    record Numbered(String number, Instant at) {}

    /** What was submitted, and when. */
    record Submission(Instant at, Content content) {}

    /** Fails with {@code purchase/not-found} rather than completing empty. */
    Mono<Purchase> get(UUID id);

    /** The new purchase with its first version. */
    Mono<Purchase> add(Purchase purchase, Act act);

    /** The purchase with its next version; fails with {@code purchase/changed-meanwhile} when someone saved first. */
    Mono<Purchase> save(Purchase purchase, Act act);

    /** Fails with {@code purchase/changed-meanwhile} when someone saved first. */
    Mono<Void> delete(Purchase purchase);

    /** Takes the county's next number; it stays taken only if the transaction commits, so there are no gaps. */
    Mono<Numbered> nextNumber(String countyCode);

    /**
     * Saves the published purchase together with its notice and lots, in one statement.
     *
     * <p>Fails with {@code purchase/changed-meanwhile} when someone saved first; then nothing is written.
     */
    Mono<Purchase> publish(Purchase purchase, NewNotice notice, Act act);

    /** A notice as the ledger names it; its digest is that of the text that was kept. */
    record Published(UUID id, UUID purchaseId, NoticeType type, String number, Instant at, byte[] digest) {}

    /** Notices that are entered as published, corrections apart, in the order of their publication: at most {@code size} after the given one. */
    Flux<Published> publishedAfter(@Nullable Published last, int size);

    /** Counts the same. */
    Mono<Long> published();

    /** What was submitted so far, the latest first. */
    Flux<Submission> submissions(UUID id);
}
