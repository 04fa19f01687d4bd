package org.goufu.evaluation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * One evaluator's scores, seen by nobody else until all have signed.
 *
 * @param revision how often it was signed
 * @param reopened the objective items that have to be looked at again; else null
 */
public record Sheet(
        UUID lot,
        UUID account,
        int seat,
        int revision,
        boolean signed,
        @Nullable Set<Cell> reopened,
        List<Score> scores,
        long version) {
    private static final int LONGEST = 500;

    public Sheet {
        scores = List.copyOf(scores);
        reopened = reopened == null ? null : Set.copyOf(reopened);
    }

    /** One item of one bid; {@code item} is its place among the notice's criteria. */
    public record Cell(UUID bid, int item) {}

    /** @param points in hundredths */
    public record Score(
            UUID bid,
            int item,
            @Nullable Integer points,
            @Nullable String reason) {
        Cell cell() {
            return new Cell(bid, item);
        }
    }

    public static Sheet empty(UUID lot, UUID account, int seat) {
        return new Sheet(lot, account, seat, 0, false, null, List.of(), 0);
    }

    /** What is there so far; gaps are allowed, points beyond the weight are not. */
    public Sheet written(List<Score> given, Terms terms, Collection<Bid> bids) {
        if (signed) throw EvaluationProblem.SHEET_SIGNED.raise();
        var problems = new ArrayList<FieldProblem>();
        var cells = cells(terms, bids);
        var seen = new HashSet<Cell>();
        for (int i = 0; i < given.size(); i++) {
            var score = given.get(i);
            var at = "/scores/" + i;
            if (!cells.contains(score.cell()) || !seen.add(score.cell())) {
                problems.add(FieldProblem.of(at, "not-asked"));
                continue;
            }
            int most = terms.items().get(score.item()).weight();
            var points = score.points();
            if (points != null && (points < 0 || points > most * Points.ONE)) {
                problems.add(FieldProblem.of(at + "/points", "points-beyond", most));
            }
            if (score.reason() != null && score.reason().length() > LONGEST) {
                problems.add(FieldProblem.of(at + "/reason", "too-long", LONGEST));
            }
        }
        if (!problems.isEmpty()) throw EvaluationProblem.SHEET_INCOMPLETE.raise(problems);
        mustTouchOnlyReopened(given);
        return new Sheet(lot, account, seat, revision, false, reopened, given, version);
    }

    /** Every item has points and a reason, and nothing changes any more. */
    public Sheet signed(Terms terms, Collection<Bid> bids) {
        if (signed) throw EvaluationProblem.SHEET_SIGNED.raise();
        var problems = new ArrayList<FieldProblem>();
        var missing = cells(terms, bids);
        for (int i = 0; i < scores.size(); i++) {
            var score = scores.get(i);
            missing.remove(score.cell());
            if (score.points() == null) problems.add(FieldProblem.of("/scores/" + i + "/points", "required"));
            if (score.reason() == null || score.reason().isBlank()) {
                problems.add(FieldProblem.of("/scores/" + i + "/reason", "required"));
            }
        }
        if (!missing.isEmpty()) problems.add(FieldProblem.of("/scores", "answers-missing", missing.size()));
        if (!problems.isEmpty()) throw EvaluationProblem.SHEET_INCOMPLETE.raise(problems);
        return new Sheet(lot, account, seat, revision + 1, true, null, scores, version);
    }

    /** Only objective points that differ are looked at again: what others think of quality is nobody's business (87号令 第55条). */
    public Sheet reopened(Set<Cell> differing) {
        return new Sheet(lot, account, seat, revision, false, differing, scores, version);
    }

    /** Where more or fewer bids count than when it was written: what is said of those that do stays, and is signed anew. */
    public Sheet fitting(Terms terms, Collection<Bid> bids) {
        var cells = cells(terms, bids);
        var kept = scores.stream().filter(score -> cells.contains(score.cell())).toList();
        if (kept.size() == scores.size() && (!signed || kept.size() == cells.size())) return this;
        return new Sheet(lot, account, seat, revision, false, null, kept, version);
    }

    /** For a panel that is formed anew; how often it was signed stays. */
    public Sheet cleared() {
        return new Sheet(lot, account, seat, revision, false, null, List.of(), version);
    }

    /** Who sits again on a panel that was formed anew may have another seat. */
    public Sheet in(int seatNow) {
        return new Sheet(lot, account, seatNow, revision, signed, reopened, scores, version);
    }

    /** As its writer read it last. */
    public Sheet at(long seen) {
        return new Sheet(lot, account, seat, revision, signed, reopened, scores, seen);
    }

    public Optional<Score> score(Cell cell) {
        return scores.stream().filter(one -> one.cell().equals(cell)).findFirst();
    }

    /** Objective items for which not all signed sheets have the same points. */
    public static Set<Cell> differing(Collection<Sheet> sheets, Terms terms) {
        Map<Cell, Integer> first = new HashMap<>();
        var differing = new HashSet<Cell>();
        for (var sheet : sheets) {
            for (var score : sheet.scores()) {
                if (!terms.items().get(score.item()).objective()) continue;
                var before = first.putIfAbsent(score.cell(), score.points());
                if (before != null && !before.equals(score.points())) differing.add(score.cell());
            }
        }
        return differing;
    }

    /** The mean of the sheets' sums for a bid, in hundredths, rounded half up. */
    public static long mean(Collection<Sheet> sheets, UUID bid) {
        return Points.divided(sum(sheets, bid), sheets.size());
    }

    private static long sum(Collection<Sheet> sheets, UUID bid) {
        return sheets.stream()
                .flatMap(sheet -> sheet.scores().stream())
                .filter(score -> score.bid().equals(bid) && score.points() != null)
                .mapToLong(Score::points)
                .sum();
    }

    static Set<Cell> cells(Terms terms, Collection<Bid> bids) {
        var cells = new HashSet<Cell>();
        bids.stream()
                .filter(Bid::counts)
                .forEach(bid -> terms.scoredItems().forEach(item -> cells.add(new Cell(bid.id(), item))));
        return cells;
    }

    private void mustTouchOnlyReopened(List<Score> given) {
        if (reopened == null) return;
        var now = new HashMap<Cell, Score>();
        given.forEach(score -> now.put(score.cell(), score));
        boolean settled = scores.stream()
                .filter(score -> !reopened.contains(score.cell()))
                .allMatch(score -> score.equals(now.get(score.cell())));
        if (!settled) throw EvaluationProblem.ITEM_SETTLED.raise();
    }
}
