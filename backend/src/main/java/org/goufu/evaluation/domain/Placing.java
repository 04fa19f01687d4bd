package org.goufu.evaluation.domain;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.goufu.evaluation.domain.Ranking.Contender;

/**
 * The bids that count, in order.
 *
 * @param head from which draws among equals were made
 */
public record Placing(List<Ranking.Ranked> ranked, Head head) {
    public Placing {
        ranked = List.copyOf(ranked);
    }

    static Placing of(Terms terms, List<Bid> bids, Collection<Sheet> sheets, Head head) {
        var contenders = bids.stream()
                .filter(Bid::counts)
                .map(bid -> new Contender(
                        bid.id(),
                        Objects.requireNonNull(bid.priceFen()),
                        terms.byScore() ? Sheet.mean(sheets, bid.id()) : 0))
                .toList();
        var tieSeed = Draw.seed("tie", terms.lot(), 1, head.root());
        return new Placing(Ranking.of(terms.method(), terms.priceWeight(), contenders, tieSeed), head);
    }

    public Optional<Ranking.Ranked> of(UUID bid) {
        return ranked.stream().filter(one -> one.bid().equals(bid)).findFirst();
    }
}
