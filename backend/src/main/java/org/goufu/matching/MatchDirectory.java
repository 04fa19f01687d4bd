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
     * @param reasons codes of why, best first; texts stand in the bundles under {@code reason.<code>}
     */
    record ToTell(UUID bodyId, Eligibility eligibility, @Nullable Named through, List<String> reasons) {}

    /** All who are to be told of the lot, told before or not, in any order. */
    Flux<ToTell> toTell(UUID lotId);
}
