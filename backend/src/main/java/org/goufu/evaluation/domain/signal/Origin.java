package org.goufu.evaluation.domain.signal;

import java.util.List;
import java.util.stream.Stream;

/** Bids that one network address gave: one person may have handled them (第37条第二项). */
final class Origin {
    private Origin() {}

    static Stream<Signal> shared(List<Compared> bids) {
        var common = new Common();
        for (var bid : bids) {
            if (bid.origin() != null) common.add(bid.origin(), bid.bid());
        }
        return common.signals((mark, those) -> Signal.of(Signal.Kind.SAME_ORIGIN, those));
    }
}
