package org.goufu.bidding.usecase;

import java.time.Instant;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what is said during openings. */
public interface Words {

    /** What somebody said. */
    record Word(Kind kind, @Nullable UUID body, String name, String words, Instant at) {
        /** What about. */
        public enum Kind {
            /** A bidder found its bid in the box as it gave it. */
            WHOLE,
            OBJECTION,
            /** A holder's shares were not the ones that bidders made for that key. */
            WRONG_SHARES,
            /** A holder's key does not open shares that bidders made for it. */
            UNOPENED_SHARES
        }
    }

    /** A bidder's word once a lot, a holder's wrong shares once a stage: what is said again is not kept. */
    Mono<Void> say(UUID lot, Word.Kind kind, @Nullable UUID body, Actor by, String words);

    Flux<Word> said(UUID lot);
}
