package org.goufu.evaluation.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bids that count, in order.
 *
 * @param head from which draws among equals were made
 */
public record Placing(List<Ranking.Ranked> ranked, Head head) {
    public Placing {
        ranked = List.copyOf(ranked);
    }

    public Optional<Ranking.Ranked> of(UUID bid) {
        return ranked.stream().filter(one -> one.bid().equals(bid)).findFirst();
    }
}
