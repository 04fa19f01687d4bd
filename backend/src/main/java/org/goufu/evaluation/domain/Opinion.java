package org.goufu.evaluation.domain;

import java.util.List;
import java.util.UUID;

/** Which prices one evaluator thinks too low for good and honest work; none is an answer too. */
public record Opinion(UUID account, List<Doubt> doubts) {
    public Opinion {
        doubts = List.copyOf(doubts);
    }

    /** Why a price is doubted. */
    public record Doubt(UUID bid, String reason) {}
}
