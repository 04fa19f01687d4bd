package org.goufu.evaluation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bidder is asked to explain a low price, in writing and with what it costs; the panel's majority, and nobody else, finds whether that
 * suffices (财库〔2026〕2号; domain.md 1.7.5).
 *
 * @param answerBy not earlier than 30 minutes after it was asked
 * @param accepted null until a majority has found
 * @param foundAt when it had; null until then, and in an inquiry of before that was kept
 */
public record Inquiry(
        UUID bid,
        Set<LowPrice.Trigger> triggers,
        Instant askedAt,
        Instant answerBy,
        @Nullable String explanation,
        @Nullable Instant explainedAt,
        List<Vote> votes,
        @Nullable Boolean accepted,
        @Nullable Instant foundAt) {
    static final Duration TIME_TO_EXPLAIN = Duration.ofMinutes(30);

    /** One evaluator's finding. */
    public record Vote(UUID account, boolean accepted, String reason) {}

    public Inquiry {
        triggers = Set.copyOf(triggers);
        votes = List.copyOf(votes);
    }

    static Inquiry asked(UUID bid, Set<LowPrice.Trigger> triggers, Instant now) {
        return new Inquiry(bid, triggers, now, now.plus(TIME_TO_EXPLAIN), null, null, List.of(), null, null);
    }

    boolean hasVoteOf(UUID account) {
        return votes.stream().anyMatch(vote -> vote.account().equals(account));
    }

    /** Whether this person's finding is due. */
    boolean waitsFor(UUID account, Instant now) {
        return !isDecided() && !hasVoteOf(account) && (explanation != null || !now.isBefore(answerBy));
    }

    boolean isDecided() {
        return accepted != null;
    }

    /** Again until the first of the panel has found: a finding is about the text that it was given on. */
    Inquiry explained(String text, Instant now) {
        if (text.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        if (isDecided() || !now.isBefore(answerBy)) throw EvaluationProblem.TOO_LATE.raise(answerBy);
        if (!votes.isEmpty()) throw EvaluationProblem.EXPLANATION_JUDGED.raise();
        return new Inquiry(bid, triggers, askedAt, answerBy, text.strip(), now, votes, null, null);
    }

    Inquiry voted(Vote vote, int majority, Instant now) {
        if (explanation == null && now.isBefore(answerBy)) throw EvaluationProblem.STILL_EXPLAINING.raise(answerBy);
        if (explanation == null && vote.accepted()) throw EvaluationProblem.NOT_EXPLAINED.raise();
        if (vote.reason().isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        boolean given = votes.stream().anyMatch(one -> one.account().equals(vote.account()));
        if (isDecided() || given) throw EvaluationProblem.ALREADY_GIVEN.raise();
        var all = new ArrayList<>(votes);
        all.add(vote);
        long alike =
                all.stream().filter(one -> one.accepted() == vote.accepted()).count();
        return new Inquiry(
                bid,
                triggers,
                askedAt,
                answerBy,
                explanation,
                explainedAt,
                all,
                alike >= majority ? Boolean.valueOf(vote.accepted()) : null,
                alike >= majority ? now : null);
    }

    /**
     * Where the others decide without somebody: most of those who can vote find, and half of them do not make a bid invalid.
     *
     * @param deciders who have voted, and who still can
     */
    Inquiry counted(int deciders, Instant now) {
        if (isDecided()) return this;
        int sound = (int) votes.stream().filter(Vote::accepted).count();
        if ((votes.size() - sound) * 2 > deciders) return found(false, now);
        return sound * 2 > deciders || votes.size() == deciders ? found(true, now) : this;
    }

    private Inquiry found(boolean sound, Instant now) {
        return new Inquiry(bid, triggers, askedAt, answerBy, explanation, explainedAt, votes, sound, now);
    }

    /** What the finding rests on, in one text. */
    String grounds() {
        return String.join(
                "；",
                votes.stream()
                        .filter(vote -> !vote.accepted())
                        .map(Vote::reason)
                        .toList());
    }
}
