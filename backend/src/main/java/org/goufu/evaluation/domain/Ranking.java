package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bids that count in order (domain.md 1.7.2): by points, then by the lower price (87号令 第57条), last by a draw that can be
 * repeated.
 *
 * <p>A consultation asks for the better technical points before a draw (财库〔2014〕214号 第25条): bids of equal points and equal prices
 * have equal technical points, so that nothing is left for it to decide.
 */
public final class Ranking {
    /** 87号令 第48条: not more candidates than three. */
    public static final int CANDIDATES = 3;

    private Ranking() {}

    /**
     * A bid that counts.
     *
     * @param technical the mean of the evaluators' points, in hundredths
     */
    public record Contender(UUID bid, long priceFen, long technical) {}

    /** What decided between a bid and the one before it where the points are the same. */
    public enum TieBreak {
        PRICE,
        DRAW
    }

    /** A bid in its place; points in hundredths. */
    public record Ranked(
            int rank,
            UUID bid,
            long priceFen,
            long technical,
            long price,
            long total,
            @Nullable TieBreak tieBreak) {}

    /** @param tieSeed for draws among equals, see {@link Draw#seed} */
    public static List<Ranked> of(
            ProcurementMethod method, int priceWeight, Collection<Contender> contenders, String tieSeed) {
        if (contenders.isEmpty()) return List.of();
        long base = contenders.stream().mapToLong(Contender::priceFen).min().orElseThrow();
        var drawn = Draw.order(contenders.stream().map(Contender::bid).toList(), tieSeed);
        boolean byScore = EvaluationWay.of(method) == EvaluationWay.SCORE;
        var scored = contenders.stream()
                .map(one -> scored(one, byScore ? PriceScore.of(base, one.priceFen(), priceWeight) : 0))
                .sorted(order(method, drawn))
                .toList();
        var ranked = new ArrayList<Ranked>();
        for (var one : scored) {
            var before = ranked.isEmpty() ? null : ranked.getLast();
            ranked.add(new Ranked(
                    ranked.size() + 1,
                    one.bid(),
                    one.priceFen(),
                    one.technical(),
                    one.price(),
                    one.total(),
                    before == null ? null : tieBreak(method, before, one)));
        }
        return List.copyOf(ranked);
    }

    private static Ranked scored(Contender one, long price) {
        return new Ranked(0, one.bid(), one.priceFen(), one.technical(), price, one.technical() + price, null);
    }

    private static Comparator<Ranked> order(ProcurementMethod method, List<UUID> drawn) {
        var byPrice = Comparator.comparingLong(Ranked::priceFen);
        var byPoints = Comparator.comparingLong(Ranked::total).reversed().thenComparing(byPrice);
        var lawful = EvaluationWay.of(method) == EvaluationWay.SCORE ? byPoints : byPrice;
        return lawful.thenComparingInt(one -> drawn.indexOf(one.bid()));
    }

    private static @Nullable TieBreak tieBreak(ProcurementMethod method, Ranked before, Ranked one) {
        boolean byScore = EvaluationWay.of(method) == EvaluationWay.SCORE;
        if (byScore && before.total() != one.total()) return null;
        if (before.priceFen() != one.priceFen()) return byScore ? TieBreak.PRICE : null;
        return TieBreak.DRAW;
    }
}
