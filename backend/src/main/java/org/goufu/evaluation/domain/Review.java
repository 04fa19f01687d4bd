package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.goufu.kernel.FieldProblem;
import org.goufu.matching.Conflict.Rule;
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

    /**
     * What was found of one bid in one check.
     *
     * @param reason needed where it did not pass
     * @param judgements one of each conflict that the bidder declared, where qualification is checked
     */
    public record Ballot(
            UUID bid, Check check, boolean passed, @Nullable String reason, List<Judgement> judgements) {
        public Ballot(
                UUID bid, Check check, boolean passed, @Nullable String reason, @Nullable List<Judgement> judgements) {
            this.bid = bid;
            this.check = check;
            this.passed = passed;
            this.reason = reason;
            this.judgements = judgements == null ? List.of() : List.copyOf(judgements);
        }

        public static Ballot of(UUID bid, Check check, boolean passed, @Nullable String reason) {
            return new Ballot(bid, check, passed, reason, List.of());
        }
    }

    /**
     * What was found about a declared conflict (domain.md 2.5).
     *
     * @param bars whether the bidder may not take part because of it
     */
    public record Judgement(Rule rule, boolean bars, String reason) {}

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
            if (ballot.check() == Check.QUALIFICATION) judged(ballot, "/ballots/" + i, bids, problems);
        }
        if (!wanted.isEmpty()) problems.add(FieldProblem.of("/ballots", "answers-missing", wanted.size()));
        if (!problems.isEmpty()) throw EvaluationProblem.REVIEW_INCOMPLETE.raise(problems);
    }

    private record Question(UUID bid, Check check) {}

    /** Each declared conflict has its finding with a reason, and who is barred by one is not qualified. */
    private static void judged(Ballot ballot, String at, List<Bid> bids, List<FieldProblem> problems) {
        var declared = bids.stream()
                .filter(bid -> bid.id().equals(ballot.bid()))
                .flatMap(bid -> bid.declared().stream())
                .collect(Collectors.toSet());
        for (int i = 0; i < ballot.judgements().size(); i++) {
            var judgement = ballot.judgements().get(i);
            var here = at + "/judgements/" + i;
            if (!declared.remove(judgement.rule())) problems.add(FieldProblem.of(here, "not-asked"));
            else if (judgement.reason().isBlank()) problems.add(FieldProblem.of(here + "/reason", "required"));
        }
        if (!declared.isEmpty()) {
            problems.add(FieldProblem.of(at + "/judgements", "declared-unjudged", declared.size()));
        }
        if (ballot.passed() && ballot.judgements().stream().anyMatch(Judgement::bars)) {
            problems.add(FieldProblem.of(at + "/passed", "barred-passes"));
        }
    }

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
