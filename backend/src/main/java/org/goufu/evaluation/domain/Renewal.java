package org.goufu.evaluation.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.goufu.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Why a panel was formed anew whose points had been revealed (87号令 第67条; decision 0038), and what it had found about prices: it stays on
 * record, for the report to the finance department, and counts no more.
 *
 * @param round of the panel that ended
 * @param reason the purchaser's, in writing
 * @param found on what it rests: who is related to whom, and how that is known
 * @param placing null when bids were not ranked yet
 * @param priced whether prices were known when it ended: they are to everybody, and are not opened again; null in one of before this was kept
 */
public record Renewal(
        int round,
        UUID account,
        String name,
        String reason,
        List<String> found,
        Instant at,
        List<Opinion> opinions,
        List<Inquiry> inquiries,
        @Nullable Placing placing,
        @Nullable Boolean priced) {
    public Renewal {
        found = List.copyOf(found);
        opinions = List.copyOf(opinions);
        inquiries = List.copyOf(inquiries);
    }

    boolean knewPrices() {
        return priced == null ? placing != null || !opinions.isEmpty() || !inquiries.isEmpty() : priced;
    }

    static Renewal of(Evaluation ended, Actor officer, String reason, List<String> found, Instant now) {
        if (found.isEmpty()) throw EvaluationProblem.PANEL_STANDS.raise();
        if (reason.isBlank()) throw EvaluationProblem.REASON_MISSING.raise();
        return new Renewal(
                ended.mustHavePanel().round(),
                officer.accountId(),
                officer.displayName(),
                reason.strip(),
                found,
                now,
                ended.opinions(),
                ended.inquiries(),
                ended.placing(),
                ended.bids().stream().anyMatch(bid -> bid.priceFen() != null));
    }
}
