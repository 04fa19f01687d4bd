package org.goufu.evaluation.sql;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.goufu.bidding.ConsortiumMember;
import org.goufu.evaluation.domain.Bid;
import org.goufu.evaluation.domain.Evaluation;
import org.goufu.evaluation.domain.Points;
import org.goufu.evaluation.domain.Ranking.Ranked;
import org.goufu.evaluation.domain.Sheet;
import org.goufu.evaluation.domain.Sheet.Cell;
import org.goufu.kernel.Named;
import org.goufu.purchase.Criterion;
import org.goufu.purchase.ProcurementMethod;
import org.jspecify.annotations.Nullable;

/**
 * Why a bidder won or did not, for itself alone: its own points and reasons, and of the others nothing but the best points of an item. Where
 * too few bids were left nobody was ranked: then it says whether the reader's own bid counted still, and why not.
 *
 * @param consortium those who gave the bid together, the lead first; empty of a bid that was given alone
 * @param decidedAt when the result was, or when too few bids were left
 * @param winner null where too few bids were left
 * @param rank null for a bid that fell out, and where too few bids were left
 * @param best the winner's points
 * @param reason why it fell out; what the opening found as the code of its reason
 */
public record DebriefView(
        UUID lotId,
        UUID purchaseId,
        String title,
        Named department,
        ProcurementMethod method,
        List<ConsortiumMember> consortium,
        boolean won,
        Instant decidedAt,
        @Nullable String winner,
        @Nullable Integer rank,
        int ranked,
        @Nullable Long total,
        @Nullable Long best,
        Bid.@Nullable Stage excludedAt,
        @Nullable String reason,
        List<Line> lines) {

    /**
     * One item of the notice; points in hundredths.
     *
     * @param mine the mean of the evaluators' points, or the price's
     * @param best the highest mean of any bid
     * @param place among all, the best first; equal points have equal places
     * @param reasons what the evaluators wrote about this bid, without their names
     */
    public record Line(String name, int weight, boolean price, long mine, long best, int place, List<String> reasons) {}

    static DebriefView of(Evaluation evaluation, List<Sheet> sheets, UUID body) {
        var bid = own(evaluation, body);
        var placing = Objects.requireNonNull(evaluation.placing());
        var own = placing.of(bid.id());
        var terms = evaluation.terms();
        var fallen = bid.exclusion();
        return new DebriefView(
                terms.lot(),
                terms.purchase(),
                terms.title(),
                new Named(terms.department(), terms.departmentName()),
                terms.method(),
                bid.consortium(),
                evaluation.winner().equals(bid),
                Objects.requireNonNull(
                        Objects.requireNonNull(evaluation.award()).decidedAt()),
                evaluation.winner().name(),
                own.map(Ranked::rank).orElse(null),
                placing.ranked().size(),
                own.map(Ranked::total).orElse(null),
                evaluation.mustHavePlace(evaluation.winner().id()).total(),
                fallen == null ? null : fallen.stage(),
                fallen == null ? null : fallen.reason(),
                own.map(place -> lines(evaluation, sheets, place)).orElse(List.of()));
    }

    /** @param at when too few bids were left */
    static DebriefView ofNothing(Evaluation evaluation, UUID body, Instant at) {
        var bid = own(evaluation, body);
        var terms = evaluation.terms();
        var fallen = bid.exclusion();
        return new DebriefView(
                terms.lot(),
                terms.purchase(),
                terms.title(),
                new Named(terms.department(), terms.departmentName()),
                terms.method(),
                bid.consortium(),
                false,
                at,
                null,
                null,
                0,
                null,
                null,
                fallen == null ? null : fallen.stage(),
                fallen == null ? null : fallen.reason(),
                List.of());
    }

    private static Bid own(Evaluation evaluation, UUID body) {
        return evaluation.bids().stream()
                .filter(one -> one.isOf(body))
                .findFirst()
                .orElseThrow();
    }

    private static List<Line> lines(Evaluation evaluation, List<Sheet> sheets, Ranked own) {
        var terms = evaluation.terms();
        var ranked = Objects.requireNonNull(evaluation.placing()).ranked();
        if (!terms.byScore()) return List.of();
        var scored = terms.scoredItems().stream().map(item -> {
            var means = ranked.stream()
                    .collect(Collectors.toMap(Ranked::bid, one -> mean(sheets, new Cell(one.bid(), item))));
            return line(
                    terms.items().get(item).name(),
                    terms.items().get(item).weight(),
                    false,
                    means,
                    own.bid(),
                    reasons(sheets, new Cell(own.bid(), item)));
        });
        var prices = ranked.stream().collect(Collectors.toMap(Ranked::bid, Ranked::price));
        var price = terms.items().stream()
                .filter(item -> item.kind() == Criterion.Kind.PRICE)
                .findFirst()
                .map(item -> line(item.name(), terms.priceWeight(), true, prices, own.bid(), List.of()));
        return Stream.concat(scored, price.stream()).toList();
    }

    private static Line line(
            String name, int weight, boolean price, Map<UUID, Long> points, UUID own, List<String> reasons) {
        long mine = Objects.requireNonNull(points.get(own));
        long best = points.values().stream().mapToLong(Long::longValue).max().orElse(mine);
        int better = (int) points.values().stream().filter(one -> one > mine).count();
        return new Line(name, weight, price, mine, best, better + 1, reasons);
    }

    private static long mean(List<Sheet> sheets, Cell cell) {
        long sum = sheets.stream()
                .flatMap(sheet -> sheet.score(cell).stream())
                .mapToLong(score -> score.points() == null ? 0 : score.points())
                .sum();
        return Points.divided(sum, sheets.size());
    }

    private static List<String> reasons(List<Sheet> sheets, Cell cell) {
        return sheets.stream()
                .flatMap(sheet -> sheet.score(cell).stream())
                .map(Sheet.Score::reason)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
