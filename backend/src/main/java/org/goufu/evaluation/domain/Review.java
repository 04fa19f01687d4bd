package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.goufu.kernel.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What one person found in checking qualification (资格审查) and compliance (符合性审查). */
public record Review(UUID account, String name, List<Ballot> ballots, Instant at) {
    public Review {
        ballots = List.copyOf(ballots);
    }

    /** What is checked. */
    public enum Check {
        QUALIFICATION,
        COMPLIANCE;

        Bid.Stage stage() {
            return this == QUALIFICATION ? Bid.Stage.QUALIFICATION : Bid.Stage.COMPLIANCE;
        }
    }

    /** @param reason needed where it did not pass */
    public record Ballot(
            UUID bid, Check check, boolean passed, @Nullable String reason) {}

    /** Fails with {@code evaluation/review-incomplete} unless every bid that counts has one answer for each check. */
    static void mustBeWhole(List<Ballot> ballots, List<Bid> bids, Set<Check> checks) {
        var problems = new ArrayList<FieldProblem>();
        var wanted = new HashSet<Question>();
        bids.stream()
                .filter(Bid::counts)
                .forEach(bid -> checks.forEach(check -> wanted.add(new Question(bid.id(), check))));
        for (int i = 0; i < ballots.size(); i++) {
            var ballot = ballots.get(i);
            if (!wanted.remove(new Question(ballot.bid(), ballot.check()))) {
                problems.add(FieldProblem.of("/ballots/" + i, "not-asked"));
            } else if (!ballot.passed()
                    && (ballot.reason() == null || ballot.reason().isBlank())) {
                problems.add(FieldProblem.of("/ballots/" + i + "/reason", "required"));
            }
        }
        if (!wanted.isEmpty()) problems.add(FieldProblem.of("/ballots", "answers-missing", wanted.size()));
        if (!problems.isEmpty()) throw EvaluationProblem.REVIEW_INCOMPLETE.raise(problems);
    }

    private record Question(UUID bid, Check check) {}

    /** The majority decides; a panel is of an odd number, so there always is one. */
    static List<Bid> excluding(List<Review> reviews, Check check, List<Bid> bids) {
        return bids.stream()
                .map(bid -> {
                    var against = reviews.stream()
                            .flatMap(review -> review.ballots().stream())
                            .filter(one -> one.bid().equals(bid.id()) && one.check() == check && !one.passed())
                            .toList();
                    return against.size() * 2 > reviews.size() ? bid.excluded(check.stage(), reasons(against)) : bid;
                })
                .toList();
    }

    private static String reasons(List<Ballot> ballots) {
        return String.join(
                "；",
                ballots.stream()
                        .map(one -> one.reason() == null ? "" : one.reason().strip())
                        .distinct()
                        .toList());
    }
}
