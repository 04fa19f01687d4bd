package org.goufu.evaluation.sql;

import java.util.List;
import java.util.UUID;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Ranking;
import org.jspecify.annotations.Nullable;

/** A bid in its place; points in hundredths. */
public record PlaceView(
        int rank,
        UUID bid,
        String name,
        long priceFen,
        long technical,
        long price,
        long total,
        Ranking.@Nullable TieBreak tieBreak) {
    private static PlaceView of(Ranking.Ranked one, Evaluation evaluation) {
        return new PlaceView(
                one.rank(),
                one.bid(),
                evaluation.bid(one.bid()).name(),
                one.priceFen(),
                one.technical(),
                one.price(),
                one.total(),
                one.tieBreak());
    }

    /** In order; none before bids are ranked. */
    static List<PlaceView> all(Evaluation evaluation) {
        return evaluation.placing() == null
                ? List.of()
                : evaluation.placing().ranked().stream()
                        .map(one -> PlaceView.of(one, evaluation))
                        .toList();
    }
}
