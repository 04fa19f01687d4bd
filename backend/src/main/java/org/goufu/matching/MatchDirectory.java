package org.goufu.matching;

import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Named;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Tells other modules who matches a lot. */
public interface MatchDirectory {

    /**
     * A body that is to be told of a lot because the lot's places touch those it declares (product.md 9).
     *
     * @param through the federation that would sign, for a group
     * @param purchaseId with {@code title} what the body is told about, so that the teller asks nobody else
     * @param reasons why, best first
     */
    record ToTell(
            UUID bodyId,
            Eligibility eligibility,
            @Nullable Named through,
            UUID purchaseId,
            String title,
            List<Phrase> reasons) {
        public ToTell {
            reasons = List.copyOf(reasons);
        }
    }

    /** All who are to be told of the lot while it is open, told before or not, in any order. */
    Flux<ToTell> toTell(UUID lotId);
}
