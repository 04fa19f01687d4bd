package org.goufu.ledger.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives again that whoever was asked about a low price was heard (财库〔2026〕2号; domain.md 1.7.5): once, about a case that there is, with
 * thirty minutes to explain; that nobody was judged for silence before they had passed, and nobody believed who said nothing.
 */
final class Inquiries {
    private static final Duration TO_EXPLAIN = Duration.ofMinutes(30);
    /** The last one is the panel's own doubt. */
    private static final Set<String> CASES = Set.of("A", "B", "C", "D");

    private final List<Map<String, Object>> asked;
    private final Optional<Instant> decided;

    Inquiries(Map<String, Object> result) {
        this.asked = Json.objects(result, "inquiries");
        this.decided = Moment.of(Json.said(result, "decidedAt"));
    }

    /** True where nobody was asked. */
    boolean areHeard() {
        var bids = asked.stream().map(one -> Json.said(one, "bid")).distinct().count();
        return bids == asked.size() && asked.stream().allMatch(this::isHeard);
    }

    private boolean isHeard(Map<String, Object> inquiry) {
        var triggers = Json.texts(inquiry, "triggers");
        var accepted = inquiry.get("accepted");
        boolean explained = Boolean.TRUE.equals(inquiry.get("explained"));
        return !triggers.isEmpty()
                && new HashSet<>(triggers).size() == triggers.size()
                && CASES.containsAll(triggers)
                && (Boolean.FALSE.equals(accepted) || Boolean.TRUE.equals(accepted) && explained)
                && hadTime(inquiry, explained);
    }

    /** In a result of before that was published it says only that it was found before the decision. */
    private boolean hadTime(Map<String, Object> inquiry, boolean explained) {
        var from = Moment.of(Json.said(inquiry, "askedAt"));
        var until = Moment.of(Json.said(inquiry, "answerBy"));
        var found = Json.text(inquiry, "foundAt").map(Moment::of).orElse(decided);
        if (from.isEmpty() || until.isEmpty() || found.isEmpty() || decided.isEmpty()) return false;
        var earliest = explained ? from.get() : until.get();
        return !until.get().isBefore(from.get().plus(TO_EXPLAIN))
                && !found.get().isBefore(earliest)
                && !found.get().isAfter(decided.get());
    }
}
